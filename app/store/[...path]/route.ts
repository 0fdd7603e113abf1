import { DomainError } from "#lib/errors.ts";
import { requestIdOf } from "#lib/http/index.ts";
import { toFailure } from "#lib/store-api/index.ts";

/** An address of the store API that does not exist answers in its envelope too. */
function handle(request: Request): Response {
  const { status, body } = toFailure(
    new DomainError("not_found", "There is nothing at this address"),
    requestIdOf(request),
  );
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
