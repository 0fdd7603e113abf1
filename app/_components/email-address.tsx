// A hyphen with the letters around it, which must not be separated. An address longer than a line still breaks
// elsewhere.
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
