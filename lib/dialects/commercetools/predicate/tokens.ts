import { syntaxFault } from "./syntax-fault.ts";

/** A token. `text` is a name, a sign or the unescaped string; `at` is its position. */
export type Token =
  | { kind: "name" | "quoted-name" | "string" | "variable" | "sign"; text: string; at: number }
  | { kind: "number"; text: string; at: number; value: number }
  | { kind: "end"; text: ""; at: number };

const space = /\s+/y;
const patterns = [
  // The real service rejects a bare hyphen, but people write slug(en-US = "x").
  { kind: "name", pattern: /[A-Za-z_][\w-]*/y },
  { kind: "quoted-name", pattern: /`([^`]+)`/y },
  { kind: "string", pattern: /"([^"\\]*(?:\\.[^"\\]*)*)"/sy },
  { kind: "number", pattern: /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y },
  { kind: "variable", pattern: /:([A-Za-z_][\w-]*)/y },
  { kind: "sign", pattern: /<>|!=|<=|>=|[=<>(),]/y },
] as const;

/** Splits a predicate; the last token is always "end". @throws validation_failed at text that starts no token */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const { token, length } = tokenAt(text, at);
    tokens.push(token);
    at = skipSpace(text, at + length);
  }
  tokens.push({ kind: "end", text: "", at: text.length });
  return tokens;
}

function tokenAt(text: string, at: number): { token: Token; length: number } {
  for (const { kind, pattern } of patterns) {
    const [whole, inner] = matchAt(pattern, text, at) ?? [];
    if (whole === undefined) continue;
    const { length } = whole;
    if (kind === "number")
      return { token: { kind, text: whole, at, value: numberOf(text, whole, at) }, length };
    const said = kind === "string" ? unescaped(text, inner ?? "", at) : (inner ?? whole);
    return { token: { kind, text: said, at }, length };
  }
  throw syntaxFault(text, at, "a field, a value or an operator");
}

function numberOf(text: string, digits: string, at: number): number {
  const value = Number(digits);
  if (!Number.isFinite(value)) throw syntaxFault(text, at, "a smaller number");
  // Turns -0 into 0.
  return value + 0;
}

const escapes: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

function unescaped(text: string, inner: string, at: number): string {
  return inner.replace(/\\(?:u([\dA-Fa-f]{4})|(.))/gs, (_, hex: string | undefined, char: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (['"', "\\", "/"].includes(char)) return char;
    const escaped = escapes[char];
    if (escaped === undefined) throw syntaxFault(text, at, "a string whose escapes are known");
    return escaped;
  });
}

function skipSpace(text: string, at: number): number {
  return at + (matchAt(space, text, at)?.[0].length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
