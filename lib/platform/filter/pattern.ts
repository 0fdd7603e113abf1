// A pattern over a whole text: * stands for any characters, ? for one, and a backslash takes what follows literally.

type Part = { is: "any" } | { is: "one" } | { is: "literal"; character: string };

function partsOf(pattern: string): Part[] {
  return [...pattern.matchAll(/\\(.)|./gsu)].map(([part, quoted]) => {
    if (quoted === undefined && part === "*") return { is: "any" };
    if (quoted === undefined && part === "?") return { is: "one" };
    return { is: "literal", character: quoted ?? part };
  });
}

/** The pattern that only `text` itself matches. */
export function exactPattern(text: string): string {
  return text.replace(/[*?\\]/g, "\\$&");
}

/** The texts between a pattern's wildcards. Whatever matches contains each of them. */
export function literalsOf(pattern: string): string[] {
  const literals = [""];
  for (const part of partsOf(pattern)) {
    if (part.is === "literal") literals.push(literals.pop() + part.character);
    else literals.push("");
  }
  return literals.filter((literal) => literal !== "");
}

/** The pattern for SQL's LIKE. */
export function toLike(pattern: string): string {
  const words = { any: "%", one: "_" };
  return partsOf(pattern)
    .map((part) => (part.is === "literal" ? part.character.replace(/[%_\\]/, "\\$&") : words[part.is]))
    .join("");
}

/**
 * Whether the text matches. Only the last * is ever tried again, so the time is at most the product of both lengths; a
 * regular expression could take exponential time.
 */
export function isLike(text: string, pattern: string): boolean {
  const parts = partsOf(pattern);
  const characters = [...text];
  let next = 0;
  // What follows the last * (0: there was none), and from where in the text it is tried.
  let afterAny = 0;
  let from = 0;
  let at = 0;
  while (at < characters.length) {
    const part = parts[next];
    if (part?.is === "any") {
      next += 1;
      afterAny = next;
      from = at;
    } else if (part?.is === "one" || (part?.is === "literal" && part.character === characters[at])) {
      next += 1;
      at += 1;
    } else if (afterAny > 0) {
      next = afterAny;
      from += 1;
      at = from;
    } else return false;
  }
  return parts.slice(next).every(({ is }) => is === "any");
}
