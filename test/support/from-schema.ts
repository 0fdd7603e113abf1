import fc from "fast-check";
import * as z from "zod";

type JsonSchema = z.core.JSONSchema.BaseSchema;

const anything = fc.jsonValue({ maxDepth: 2 });

/** Bodies of the shape that `schema` demands. Every text of its own choice is one of `texts`, whatever its format. */
export function bodiesFor(schema: z.ZodType, texts: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  return valuesFor(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), texts);
}

function valuesFor(schema: JsonSchema, texts: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const inside = (part: z.core.JSONSchema._JSONSchema) => valuesFor(part === true ? {} : part || {}, texts);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(inside));
  switch (schema.type) {
    case "object":
      return objectsFor(schema, inside);
    case "array":
      return fc.array(inside(typeof schema.items === "object" ? (schema.items as JsonSchema) : {}), {
        maxLength: 2,
      });
    case "string":
      return texts;
    case "integer":
      return fc.constantFrom(0, 1, 2, 999);
    case "number":
      return fc.constantFrom(0, 1, 1.5);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, anything);
  }
}

function objectsFor(
  { properties = {}, required = [] }: JsonSchema,
  inside: (part: z.core.JSONSchema._JSONSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<object> {
  const members = Object.entries(properties).map(([name, part]) => [name, inside(part)] as const);
  return fc.record(Object.fromEntries(members), { requiredKeys: required });
}
