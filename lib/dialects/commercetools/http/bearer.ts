import { findToken, type LiveToken } from "#lib/accounts/api-access/index.ts";
import { type Actor, asNobody } from "#lib/platform/context.ts";
import { covers, type Scope } from "../oauth/scopes.ts";
import { insufficientScope, invalidToken, Refusal } from "./refusal.ts";

/**
 * The required token: one of the scopes, and its kind: the program's own, a guest's or customer's, a customer's, or
 * any.
 */
export type Access = {
  scopes: readonly [Scope, ...Scope[]];
  as: "client" | "shopper" | "customer" | "anyone";
};

type ActorOf<T extends Actor["type"]> = Extract<Actor, { type: T }>;

/** The caller for each kind of token. */
type Bearers = {
  client: ActorOf<"api-client">;
  shopper: ActorOf<"anonymous" | "customer">;
  customer: ActorOf<"customer">;
  anyone: ActorOf<"api-client" | "anonymous" | "customer">;
};

export type Bearer<As extends Access["as"] = Access["as"]> = Bearers[As];

/** The valid access token of a request. @throws Refusal 401 */
export async function bearerToken(request: Request): Promise<LiveToken> {
  const header = request.headers.get("authorization");
  if (!header) {
    const message = "This endpoint requires an access token. You can get one from the authorization server.";
    throw new Refusal(401, { code: "invalid_token", message });
  }
  const [, given] = /^Bearer\s+(\S{1,512})\s*$/i.exec(header) ?? [];
  const token = given === undefined ? null : await findToken(asNobody, given);
  if (token?.kind !== "access") throw invalidToken();
  return token;
}

/** The caller that a token stands for, if it has this access. @throws Refusal 403 */
export function bearerOf(token: LiveToken, { scopes, as }: Access): Bearer {
  if (!scopes.some((scope) => covers(token.scopes, scope))) {
    throw insufficientScope(
      `Insufficient scope. One of the following scopes is missing: ${scopes.join(", ")}.`,
    );
  }
  const { userId, anonymousId, user } = token;
  if (as === "client" || (as === "anyone" && userId === null)) {
    return { type: "api-client", clientId: token.clientId, scopes: token.scopes };
  }
  if (userId !== null && anonymousId !== null && as !== "customer")
    return { type: "anonymous", userId, anonymousId };
  if (userId !== null && anonymousId === null && user) return { type: "customer", userId, ...user };
  throw insufficientScope(
    as === "shopper"
      ? "This endpoint requires an access token issued either for a customer or for an anonymous session."
      : "This endpoint requires an access token issued with the Resource Owner Password Credentials Grant.",
  );
}
