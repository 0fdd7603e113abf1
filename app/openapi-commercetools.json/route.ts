import { commercetoolsDocument } from "#lib/dialects/commercetools/contract.ts";

const document = commercetoolsDocument();

/** The contract of the commercetools dialect, generated from the table that its requests are routed by. */
export function GET(): Response {
  return Response.json(document, { headers: { "access-control-allow-origin": "*" } });
}
