import fc from "fast-check";
import * as z from "zod";
import { anyText } from "./any-text.ts";

/** Internals that no answer may contain. */
export const insides = /at .*\(|node_modules|prisma|P20\d\d|SELECT |violates|syntax error|::uuid/i;

const known = fc.constantFrom(
  "\0",
  "a\0b",
  "\ud800",
  "\u202e",
  "' OR '1'='1",
  "'; DROP TABLE cart; --",
  "%",
  "_%\\",
  "../../etc/passwd",
  "{{7*7}}",
  "__proto__",
  "null",
  "NaN",
  "1e999",
  "9".repeat(400),
  "a".repeat(50_000),
  "a\r\nb",
  // As long as a body may be. Composing it takes a second.
  `a${"\u0301\u0323".repeat(15_000)}`,
  "\u2028",
  "🧂".repeat(300),
  "00000000-0000-0000-0000-000000000000",
  "2026-13-45T99:99:99Z",
);
export const hostileText = fc.oneof(known, anyText({ maxLength: 60 }), fc.string({ maxLength: 60 }));

const json = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  {
    weight: 2,
    arbitrary: fc.constantFrom(null, true, 0, -1, 1.5, 1e21, 2 ** 31, 2 ** 53, [], {}, [[]], ["a"]),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

const noJson = fc.constantFrom(
  "[".repeat(20_000),
  `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`,
  '{"a":1,"a":2}',
  '{"__proto__":{"a":1},"constructor":{"prototype":1}}',
  "\0",
);

/** A body for `schema`: its fields with arbitrary values, other JSON, or no JSON. */
export function hostileBody(schema: unknown): fc.Arbitrary<string> {
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const fields = fc.record(Object.fromEntries(names.map((name) => [name, json])), { requiredKeys: [] });
  return fc.oneof(
    { weight: 6, arbitrary: fields.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: json.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: noJson },
  );
}
