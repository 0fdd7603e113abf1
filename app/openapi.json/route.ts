import { storeContract } from "#lib/dialects/store-api/contract.ts";
import { errorTable } from "#lib/dialects/store-api/index.ts";
import { modules } from "#lib/modules.ts";
import { openApiDocument } from "#lib/platform/http/openapi.ts";

const specs = [...storeContract, ...modules.flatMap((module) => module.contract ?? [])];

const document = openApiDocument(specs, {
  title: "Store API",
  version: "1",
  description:
    "Guest checkout over HTTP. Start a guest session with POST /auth/sign-in/anonymous and send its token as a bearer token.",
  errorTable,
});

/** The contract, generated from the schemas that parse the requests. */
export function GET(): Response {
  return Response.json(document, { headers: { "access-control-allow-origin": "*" } });
}
