/**
 * The one clock: whatever expires is held against it, in code and as a parameter of SQL, never against the database's
 * own. Tests set it by faking Date.
 */
export function now(): Date {
  return new Date();
}
