import type { DomainError } from "#lib/platform/errors.ts";

/** A position in a text that is read from left to right. Patterns are sticky. */
export type Cursor = {
  take(pattern: RegExp): RegExpExecArray | null;
  must(pattern: RegExp, expected: string): RegExpExecArray;
  rest(): string;
};

/**
 * A cursor at the first character of `text` that is no space. `fault` makes the error for what is not as expected.
 */
export function cursorOn(text: string, fault: (expected: string, at: number) => DomainError): Cursor {
  let at = text.length - text.trimStart().length;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  return {
    take,
    must(pattern, expected) {
      const match = take(pattern);
      if (!match) throw fault(expected, at);
      return match;
    },
    rest: () => text.slice(at),
  };
}
