/** An email address. It stays in one piece where a line is long enough for it, and otherwise breaks before its @. */
export function EmailAddress({ children }: { children: string }) {
  const at = Math.max(0, children.lastIndexOf("@"));
  return (
    <bdi className="inline-block max-w-full [text-decoration:inherit]">
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </bdi>
  );
}
