// The letters beside a hyphen, which hold it fast. An address that is longer than a line is still broken somewhere.
const aroundHyphens = /([^-](?:-+[^-])+)/u;

/** An email address. A line breaks before its @, and not after a hyphen. */
export function EmailAddress({ children }: { children: string }) {
  const at = Math.max(0, children.lastIndexOf("@"));
  return (
    <bdi>
      <Unbroken>{children.slice(0, at)}</Unbroken>
      <wbr />
      <Unbroken>{children.slice(at)}</Unbroken>
    </bdi>
  );
}

function Unbroken({ children }: { children: string }) {
  let start = 0;
  return children.split(aroundHyphens).map((part, index) => {
    start += part.length;
    if (index % 2 === 0) return part;
    return (
      <span key={start} className="whitespace-nowrap">
        {part}
      </span>
    );
  });
}
