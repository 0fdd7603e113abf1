import { randomUUID } from "node:crypto";
import * as z from "zod";
import { POST } from "#app/auth/[...all]/route.ts";
import { actorFrom } from "#lib/accounts/auth/index.ts";
import { everythingDone } from "#lib/platform/afterwards.ts";
import type { Shopper } from "#lib/platform/context.ts";
import { storefront } from "./call.ts";

/** A live session: `token` is sent as a bearer token. */
export type Session = { token: string; userId: string };

const signedIn = z.object({ token: z.string(), user: z.object({ id: z.uuid() }) });

/** Starts a guest session, as POST /auth/sign-in/anonymous does. */
export function startGuestSession(): Promise<Session> {
  return signInAt("/auth/sign-in/anonymous");
}

export const password = "a password for tests";

/** Signs up a new account. */
export async function signUp(
  email = `customer-${randomUUID()}@example.com`,
): Promise<Session & { email: string }> {
  const session = await signInAt("/auth/sign-up/email", { email, password, name: "Cora Customer" });
  return { ...session, email };
}

/** The actor that a session identifies. */
export async function shopperOf({ token }: Session): Promise<Shopper> {
  const actor = await actorFrom(new Headers({ authorization: `Bearer ${token}` }));
  if (!("userId" in actor)) throw new Error("This session has ended");
  return actor;
}

/** A POST to better-auth. The body is optional. */
export function authRequest(path: string, body?: unknown, headers: Record<string, string> = {}): Request {
  return new Request(new URL(path, storefront), {
    method: "POST",
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function signInAt(path: string, body?: unknown): Promise<Session> {
  const response = await POST(authRequest(path, body));
  // A mail about the new account.
  await everythingDone(60_000);
  const { token, user } = signedIn.parse(await response.json());
  return { token, userId: user.id };
}
