import { queryFault } from "./faults.ts";
import type { Scalar } from "./field-list.ts";
import type { Value } from "./filter.ts";

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const numberPattern = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const datePattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Whether PostgreSQL can read it as a uuid. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/**
 * Converts `value` to the field's type: number, boolean or string; dates are ISO 8601 in UTC.
 * @throws validation_failed if it is not of that type
 */
export function valueFor(name: string, field: Scalar, value: Value): Value {
  const fit = fitting(field.type, value);
  if (typeof fit === "string" && field.asStored) return field.asStored(fit);
  if (fit !== null) return fit;
  const wanted = field.type === "strings" ? "string" : field.type;
  throw queryFault("where", `The value ${shown(value)} is not a ${wanted}, as the field '${name}' needs it.`);
}

function fitting(type: Scalar["type"], value: Value): Value | null {
  if (type === "number") {
    const number = typeof value === "string" && numberPattern.test(value) ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : null;
  }
  if (type === "boolean") {
    if (value === "true" || value === "false") return value === "true";
    return typeof value === "boolean" ? value : null;
  }
  // PostgreSQL stores neither NUL nor half a surrogate pair.
  if (typeof value !== "string" || value.includes("\u0000") || !value.isWellFormed()) return null;
  return type === "date" ? utc(value) : value;
}

function utc(text: string): string | null {
  const time = new Date(text);
  if (!datePattern.test(text) || Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1) return null;
  // JavaScript would read February 31 as March 3.
  const day = text.slice(0, 10);
  return new Date(day).toISOString().startsWith(day) ? time.toISOString() : null;
}

function shown(value: Value): string {
  return typeof value === "string" ? `"${value.slice(0, 100)}"` : String(value);
}
