import * as z from "zod";

/** More than any of our forms has, lists included. */
const mostFields = 200;
const longestName = 200;

/**
 * The fields of a posted form that are in `schema`: each once, as text, the first of its name. Everything else is
 * dropped before parsing, so that a name such as "items[999999999]" costs no more than its length. `posted` may be
 * anything, because clients can call actions with any argument.
 */
export function knownFields(posted: unknown, schema: z.core.$ZodType): FormData {
  const kept = new FormData();
  if (!(posted instanceof FormData)) return kept;
  let count = 0;
  for (const [name, value] of posted) {
    if (typeof value !== "string" || name.length > longestName || kept.has(name)) continue;
    if (!hasField(schema, name.split("."))) continue;
    kept.append(name, value);
    count += 1;
    if (count === mostFields) break;
  }
  return kept;
}

/** Whether `path` leads to a single value: ["shippingAddress", "city"]. */
function hasField(schema: z.core.$ZodType, path: string[]): boolean {
  if (schema instanceof z.ZodUnion) return schema.options.some((option) => hasField(option, path));
  if (schema instanceof z.ZodPipe) return hasField(inputOf(schema), path);
  if (isWrapper(schema)) return hasField(schema.unwrap(), path);
  const [key, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    const part = key !== undefined && Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
    return part !== undefined && hasField(part, rest);
  }
  if (schema instanceof z.ZodRecord) {
    return z.safeParse(schema.keyType, key).success && hasField(schema.valueType, rest);
  }
  return key === undefined;
}

/** The input of a pipe: its first part, unless that is a function that accepts anything. */
function inputOf({ in: first, out: second }: z.ZodPipe): z.core.$ZodType {
  return first instanceof z.ZodTransform ? second : first;
}

function isWrapper(schema: z.core.$ZodType): schema is z.ZodOptional | z.ZodNullable | z.ZodDefault {
  return [z.ZodOptional, z.ZodNullable, z.ZodDefault].some((wrapper) => schema instanceof wrapper);
}
