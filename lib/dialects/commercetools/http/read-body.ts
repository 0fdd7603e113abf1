import type * as z from "zod";
import { hasTooManyParameters, mostParameters, parseJson, readText } from "#lib/platform/http/index.ts";
import { isFieldFault } from "../wire/members.ts";
import { invalidField, invalidInput, invalidJson, type Refusal } from "./refusal.ts";

/** Parses the JSON body with `schema`. @throws Refusal InvalidJsonInput, InvalidField */
export async function readBody<S extends z.ZodType>(schema: S, request: Request): Promise<z.output<S>> {
  const body = json(await readText(request));
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const { error } = result;
  throw unsupported(error, body) ?? invalidJson(faultOf(error));
}

/**
 * The parameters of a form. The SDK sends it as a JSON string unless it is configured otherwise.
 * @throws Refusal InvalidInput for a JSON object, whose members would not be parameters, and for too many
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const text = await readText(request);
  if (/^\s*[{[]/.test(text)) throw invalidInput("The parameters have to be sent as a form, not as JSON.");
  if (hasTooManyParameters(text)) throw invalidInput(`The form has more than ${mostParameters} parameters.`);
  const isQuoted = text.startsWith('"') && text.endsWith('"');
  return new URLSearchParams(isQuoted ? text.slice(1, -1).replace(/\\(.)/gs, "$1") : text);
}

/** The error for a documented member that this shop does not support; null for other errors. */
function unsupported({ issues: [issue] }: z.ZodError, body: unknown): Refusal | null {
  if (issue?.code !== "custom" || !isFieldFault(issue.params)) return null;
  return invalidField(issue.path.join("."), valueAt(body, issue.path), issue.params.allowedValues);
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined),
    body,
  );
}

function json(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw invalidJson("The body is not valid JSON.");
  }
}

/** The first error and its path: "version: Missing required value". */
function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return "Invalid value";
  const isMissing = issue.code === "invalid_type" && /received undefined/.test(issue.message);
  const message = isMissing ? "Missing required value" : issue.message;
  return issue.path.length === 0 ? message : `${issue.path.join(".")}: ${message}`;
}
