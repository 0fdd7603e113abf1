import { noteImpure } from "#lib/platform/pure.ts";

/**
 * The current time. Every expiry is compared with it, in code and as a parameter of SQL, never with the database's own
 * clock. Tests set it by faking Date.
 */
export function now(): Date {
  noteImpure();
  return new Date();
}
