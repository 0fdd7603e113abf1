import { isDomainError } from "#lib/platform/errors.ts";

/** Ignores not_found when removing something that another tab may have removed. */
export function goneAlready(error: unknown): void {
  if (!isDomainError(error, "not_found")) throw error;
}
