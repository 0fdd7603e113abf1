import { isDomainError } from "#lib/platform/errors.ts";
import type { Answer } from "#lib/platform/http/index.ts";
import { pagedResult } from "../query/index.ts";
import { type ApiCall, ok } from "./api-route.ts";
import { invalidInput, noResource, Refusal } from "./refusal.ts";

/** 200 with what `look` finds, or 404 in the words for this resource. */
export async function found(
  name: { id: string } | { key: string },
  look: () => Promise<unknown>,
): Promise<Answer> {
  try {
    return ok(await look());
  } catch (error) {
    throw isDomainError(error, "not_found") && !(error instanceof Refusal) ? noResource(name) : error;
  }
}

type Page = { limit: number; offset: number; total?: number | undefined };

/** One page. A HEAD that asks "is there any" is told by the status (sheet 2.3). */
export function listed(call: ApiCall, page: Page, results: unknown[]): Answer {
  const isMiss = call.isHead && call.query.has("where") && results.length === 0;
  return { status: isMiss ? 404 : 200, body: pagedResult(page, results) };
}

/** The version in a DELETE's query. @throws Refusal InvalidInput */
export function sentVersion(query: URLSearchParams): number {
  const text = query.get("version") ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw invalidInput(
    text === ""
      ? "Missing required parameter: version."
      : "Malformed parameter: version: Expected a whole number.",
  );
}
