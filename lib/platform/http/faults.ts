import pg from "pg";
import { isSerializationFailure, sqlState } from "#lib/platform/db.ts";
import { DomainError } from "#lib/platform/errors.ts";

// What Prisma, the driver and PostgreSQL say when the database is away, starting, stopping or full.
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
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08000",
  "08003",
  "08006",
]);

/** Whatever was thrown, as one of our codes. The original is the cause, for the log. */
export function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const state = sqlState(error);
  // A race that was lost again and again is worth another try by the caller, a little later.
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
  if (state && unreachable.has(state)) return true;
  return (
    error instanceof Error &&
    /terminated unexpectedly|Can't reach database|Connection terminated|timeout exceeded when trying to connect/i.test(
      error.message,
    )
  );
}
