/** An email address. In a narrow column its line breaks before the @. */
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
