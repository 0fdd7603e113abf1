import { APIError } from "better-auth/api";
import { isDomainError } from "#lib/platform/errors.ts";

/** A form that is refused. `reason` is the key of its words (account.refused), `field` what they are about. */
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

/** The code that better-auth, or our own domain, gives what went wrong. */
export function codeOf(error: unknown): string | null {
  if (error instanceof APIError) return error.body?.code ?? null;
  return isDomainError(error) ? error.code : null;
}
