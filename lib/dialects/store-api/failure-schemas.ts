import * as z from "zod";
import { errorDetails } from "#lib/platform/error-details.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import { errorTable } from "./errors.ts";

const details: Partial<Record<ErrorCode, z.ZodType>> = errorDetails;

const schemas = new Map(Object.keys(errorTable).map((code) => [code, failureSchema(code as ErrorCode)]));

function failureSchema(code: ErrorCode) {
  const [statusCode, errorCode] = errorTable[code];
  const said = details[code];
  return z
    .object({
      statusCode: z.literal(statusCode),
      errorCode: z.literal(errorCode),
      message: z.string(),
      ...(said && { details: said.optional() }),
      requestId: z.string(),
    })
    .meta({ id: errorCode });
}

/** The body of an error with one of these codes, with the details that the code has. */
export function failureSchemaOf(codes: readonly ErrorCode[]): z.ZodType {
  const options = codes.flatMap((code) => schemas.get(code) ?? []);
  const [only] = options;
  return only && options.length === 1 ? only : z.union(options);
}
