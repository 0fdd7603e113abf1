import type { Actor } from "#lib/context.ts";
import { auth } from "./auth.ts";

/** Who the cookie or the bearer token in `headers` says the caller is; nobody when it is missing or dead. */
export async function actorFrom(headers: Headers): Promise<Actor> {
  // Most calls of a program carry neither, and then there is nothing to ask the database.
  if (!headers.has("cookie") && !headers.has("authorization")) return { type: "none" };
  const session = await auth.api.getSession({ headers });
  if (!session) return { type: "none" };
  const { id, isAnonymous, email, name, emailVerified } = session.user;
  if (isAnonymous) return { type: "anonymous", userId: id, anonymousId: id };
  return { type: "customer", userId: id, email, name, emailVerified };
}
