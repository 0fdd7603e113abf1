import { isDomainError } from "#lib/platform/errors.ts";

/** For taking something away that another tab may have taken away: then it is gone, as was wished. */
export function goneAlready(error: unknown): void {
  if (!isDomainError(error, "not_found")) throw error;
}
