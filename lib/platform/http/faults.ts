import pg from "pg";
import { isSerializationFailure, sqlState } from "#lib/platform/database/db.ts";
import { DomainError, isDomainError } from "#lib/platform/errors.ts";

// The codes of Prisma and the driver for a database that cannot be reached.
const unreachable = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2037",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);

/**
 * PostgreSQL's codes for a server that cannot do the work now: the connection ended (08, 57P, 25P03), a resource is
 * used up, such as connections or the disk (53), a statement or a lock takes too long (57014, 55P03), or another server
 * has become the one that writes (25006).
 */
const unable = /^(?:08\w{3}|53\w{3}|57P\w{2}|57014|25P03|55P03|25006)$/;

/** Any thrown value as a DomainError. The original becomes its cause, for the log. */
export function asDomainError(error: unknown): DomainError {
  if (isDomainError(error)) return error;
  const state = sqlState(error);
  // Retries are exhausted; the caller may succeed a little later.
  if (isUnreachable(error, state) || isSerializationFailure(error)) {
    return new DomainError("unavailable", "The shop cannot be reached just now. Try again in a moment.", {
      cause: error,
    });
  }
  const isDatabase =
    error instanceof pg.DatabaseError ||
    (error instanceof Error &&
      (/^Prisma|^DriverAdapterError/.test(error.name) || /^P\d{4}$/.test(state ?? "")));
  return new DomainError(isDatabase ? "database_failed" : "internal", "Something went wrong on our side", {
    cause: error,
  });
}

function isUnreachable(error: unknown, state: string | null): boolean {
  if (state && (unreachable.has(state) || unable.test(state))) return true;
  return (
    error instanceof Error &&
    /terminated unexpectedly|Can't reach database|Connection terminated|is not queryable|timeout exceeded when trying to connect/i.test(
      error.message,
    )
  );
}
