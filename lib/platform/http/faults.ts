import pg from "pg";
import { isSerializationFailure, sqlState } from "#lib/platform/db.ts";
import { DomainError, isDomainError } from "#lib/platform/errors.ts";

// The codes of Prisma, the driver and PostgreSQL for a database that is unreachable, starting, stopping or full.
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
  if (state && unreachable.has(state)) return true;
  return (
    error instanceof Error &&
    /terminated unexpectedly|Can't reach database|Connection terminated|is not queryable|timeout exceeded when trying to connect/i.test(
      error.message,
    )
  );
}
