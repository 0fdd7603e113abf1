/**
 * Where mail programs see a link in bare text: before "//" after a colon, before "@", and before a dot that a name
 * or a number of an address follows.
 */
const linkMarks = /(?<=:)(?=\/\/)|(?=@\S)|(?=[.\u3002\uFF0E\uFF61](?:\p{L}{2}|\d+\.\d))/u;

/**
 * Text that a person typed, as it was typed. Anybody may type anybody's address at the till, so our mail must not carry a
 * stranger's link: what mail programs would make one of is divided by elements. To the eye, and copied, nothing changes.
 * It runs in its own direction, whatever that of the mail. `lang` says its language, where that is known.
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
