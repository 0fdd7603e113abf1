/** An email address, which a narrow column breaks before its @. */
export function EmailAddress({ children }: { children: string }) {
  const at = Math.max(0, children.lastIndexOf("@"));
  return (
    <bdi>
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </bdi>
  );
}
