import type { DomainError } from "#lib/platform/errors.ts";
import { queryFault } from "#lib/platform/filter/index.ts";

/** A syntax error in a predicate with its position; lines and columns start at 1. */
export function syntaxFault(text: string, at: number, expected: string): DomainError {
  const before = text.slice(0, at).split("\n");
  const found = at >= text.length ? "end of input" : `'${text.slice(at, at + 20)}'`;
  const place = `(line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
  return queryFault(
    "where",
    `Syntax error while parsing 'where'. Unexpected ${found}, expected ${expected} ${place}.`,
  );
}

/** A predicate that is too large. */
export function sizeFault(message: string): DomainError {
  return queryFault("where", `Syntax error while parsing 'where'. ${message}`);
}
