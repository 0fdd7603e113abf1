import { openApiDocument } from "#lib/http/openapi.ts";
import { modules } from "#lib/modules.ts";
import { storeContract } from "#lib/store-api/contract.ts";
import { errorTable } from "#lib/store-api/index.ts";

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
