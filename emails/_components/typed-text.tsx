/**
 * Positions at which mail programs detect a link in plain text: before "//" after a colon, before "@", and before a dot
 * that is followed by part of a host name or number.
 */
const linkMarks = /(?<=:)(?=\/\/)|(?=@\S)|(?=[.\u3002\uFF0E\uFF61](?:\p{L}{2}|\d+\.\d))/u;

/**
 * Text that a shopper typed. Anybody can enter anybody's address at checkout, so our mail must not carry a stranger's
 * link: possible links are split by elements, which neither shows nor changes what is copied. The text has its own
 * direction, independent of the mail's. `lang` is its language, if known.
 */
export function TypedText({ lang, children }: { lang?: string; children: string }) {
  const [first, ...rest] = children.split(linkMarks);
  return (
    <span dir="auto" lang={lang}>
      {first}
      {rest.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts may read alike, and nothing ever moves
        <span key={index}>{part}</span>
      ))}
    </span>
  );
}
