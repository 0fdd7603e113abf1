import type * as z from "zod";
import type { FieldError } from "./error-details.ts";
import { DomainError } from "./errors.ts";

/** Parses `value` with `schema`. @throws validation_failed, naming each invalid field */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const details: FieldError[] = result.error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  throw new DomainError("validation_failed", "Some fields are not valid", { details });
}
