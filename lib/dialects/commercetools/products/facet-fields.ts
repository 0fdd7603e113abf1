import { type FieldList, fieldIn } from "#lib/platform/filter/index.ts";

/** Whether the path leads to the price of a variant, whose facet is of numbers. */
export function isPrice(path: readonly string[]): boolean {
  return /^variants\.(price|scopedPrice\.(value|currentValue))\.centAmount$/.test(path.join("."));
}

/** Whether the path leads to an attribute of a variant. */
export function isAttribute(path: readonly string[]): path is [string, string, string, ...string[]] {
  const [first, second, name] = path;
  return first === "variants" && second === "attributes" && name !== undefined;
}

/** Whether the path leads to a documented field that nothing has here, or into one. */
export function isAbsent(fields: FieldList, [name = "", ...inner]: readonly string[]): boolean {
  const field = fieldIn(fields, name);
  if (!field || field.type === "nothing") return field !== null;
  return "fields" in field && inner.length > 0 && isAbsent(field.fields, inner);
}
