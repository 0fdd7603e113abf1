import { APIError } from "better-auth/api";
import { db, isUniqueViolation } from "#lib/platform/database/db.ts";

/**
 * The database for better-auth. Of sign-ups at the same moment with the same address (a double click) one creates the
 * account; the others are answered like any later one, instead of as a failure.
 */
export const database = db.$extends({
  query: {
    user: {
      create: ({ args, query }) =>
        query(args).catch((error: unknown) => {
          throw isUniqueViolation(error) ? taken() : error;
        }),
    },
  },
});

function taken(): APIError {
  const code = "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL";
  return new APIError("UNPROCESSABLE_ENTITY", {
    code,
    message: "User already exists. Use another email.",
  });
}
