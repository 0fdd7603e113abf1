import fc from "fast-check";

const beforeSurrogates = { min: 0, max: 0xd7ff };
const afterSurrogates = { min: 0xe000, max: 0x10_ffff };

const character = fc
  .oneof(fc.integer(beforeSurrogates), fc.integer(afterSurrogates))
  .map((code) => String.fromCodePoint(code), codeOf);

/** The inverse, without which fast-check would not mix in "__proto__" and the like. */
function codeOf(given: unknown): number {
  const code = typeof given === "string" ? given.codePointAt(0) : undefined;
  if (code === undefined || String.fromCodePoint(code) !== given) throw new Error("Not one character");
  return code;
}

/**
 * Text of any characters, as by fast-check's unit "binary", which works for more than a second on its tables before the
 * first one.
 */
export function anyText(limits: { maxLength?: number } = {}): fc.Arbitrary<string> {
  return fc.string({ ...limits, unit: character });
}
