import type { DomainError } from "#lib/platform/errors.ts";
import { queryFault } from "#lib/platform/filter/index.ts";

/** What is wrong with a predicate's form, and where: lines and columns count from 1. */
export function syntaxFault(text: string, at: number, expected: string): DomainError {
  const before = text.slice(0, at).split("\n");
  const found = at >= text.length ? "end of input" : `'${text.slice(at, at + 20)}'`;
  const place = `(line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
  return queryFault(
    "where",
    `Syntax error while parsing 'where'. Unexpected ${found}, expected ${expected} ${place}.`,
  );
}

/** A predicate that is too much to read. */
export function sizeFault(message: string): DomainError {
  return queryFault("where", `Syntax error while parsing 'where'. ${message}`);
}
