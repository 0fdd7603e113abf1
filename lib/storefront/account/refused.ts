import { APIError } from "better-auth/api";
import { isDomainError } from "#lib/platform/errors.ts";

/** A rejected form. `reason` is the key of its message (account.refused), `field` the field that it is about. */
export class Refused extends Error {
  readonly reason: string;
  readonly field: string;

  constructor(reason: string, field = "") {
    super(reason);
    this.name = "Refused";
    this.reason = reason;
    this.field = field;
  }
}

/** The error code of better-auth or our own domain. */
export function codeOf(error: unknown): string | null {
  if (error instanceof APIError) return error.body?.code ?? null;
  return isDomainError(error) ? error.code : null;
}
