// Parses enough of ICU MessageFormat to compare messages: braces and rich-text elements.

type Argument = { name: string; kind: string; options: Map<string, string> };

/** The arguments of a message: ["count plural", "<day>", "name select area|county|other"], each once. */
export function messageShape(message: string): string[] {
  const elements = [...message.matchAll(/<(\w+)>/g)].map(([element]) => element);
  const values = everyArgument(message).map(({ name, kind, options }) =>
    kind === "select" ? `${name} select ${[...options.keys()].sort().join("|")}` : `${name} ${kind}`.trim(),
  );
  return [...new Set([...elements, ...values])].sort();
}

/** The forms of every plural in a message: [["one", "other"]], without exact matches such as "=0". */
export function pluralsOf(message: string): string[][] {
  return everyArgument(message)
    .filter(({ kind }) => kind === "plural")
    .map(({ options }) => [...options.keys()].filter((form) => !form.startsWith("=")));
}

/** The arguments of a message, including nested ones. */
function everyArgument(message: string): Argument[] {
  return bracesIn(message).flatMap(({ inside }) => {
    const argument = readArgument(inside);
    return [argument, ...[...argument.options.values()].flatMap(everyArgument)];
  });
}

function readArgument(inside: string): Argument {
  const [, name = "", kind = "", rest = ""] = inside.match(/^\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,(.*))?)?$/s) ?? [];
  const options = bracesIn(rest).map(({ before, inside }): [string, string] => [before.trim(), inside]);
  return { name, kind, options: new Map(options) };
}

/** The outermost braces of a text: their content, and the text before each. */
function bracesIn(text: string): { before: string; inside: string }[] {
  const found: { before: string; inside: string }[] = [];
  let depth = 0;
  let start = 0;
  let end = 0;
  for (const [index, sign] of [...text].entries()) {
    if (sign === "{" && depth++ === 0) start = index;
    if (sign === "}" && --depth === 0) {
      found.push({ before: text.slice(end, start), inside: text.slice(start + 1, index) });
      end = index + 1;
    }
  }
  return found;
}
