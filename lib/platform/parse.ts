import type * as z from "zod";
import { DomainError, type FieldError } from "#lib/platform/errors.ts";

/** Parses `value` with `schema`. @throws validation_failed with `details` [{ path, message }] */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const details: FieldError[] = result.error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  throw new DomainError("validation_failed", "Some fields are not valid", { details });
}
