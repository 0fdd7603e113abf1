import type * as z from "zod";
import { actorFrom, trustedOrigins } from "#lib/accounts/auth/index.ts";
import { isModuleOn } from "#lib/modules.ts";
import {
  type Call,
  checkOrigin,
  type Dialect,
  defineRoute,
  type Handler,
  type RouteSpec,
} from "#lib/platform/http/index.ts";
import { toFailure } from "./errors.ts";
import type { StoreResult } from "./result.ts";

const storeDialect: Dialect<StoreResult> = {
  async authenticate(request) {
    checkOrigin(request, trustedOrigins);
    return actorFrom(request.headers);
  },
  success(spec, { data, cartToken, page, replayed }) {
    const statusCode = spec.status ?? 200;
    const metadata = page && {
      metadata: { ...page, hasMore: page.offset + (data as unknown[]).length < page.total },
    };
    return {
      status: statusCode,
      body: { data, message: "Success", statusCode, ...metadata },
      headers: {
        ...(cartToken === undefined ? {} : { "x-cart-token": cartToken }),
        ...(replayed ? { "idempotency-replayed": "true" } : {}),
      },
    };
  },
  failure: toFailure,
  isModuleOn,
};

/** A route of the store API (seed 004): what `spec` describes, decided by `decide`. */
export function storeRoute<const S extends RouteSpec>(
  spec: S,
  decide: (call: Call<S>) => Promise<StoreResult<z.input<S["response"]>>>,
): Handler {
  return defineRoute(storeDialect, spec, decide);
}
