import { POST } from "#app/auth/[...all]/route.ts";
import { authRequest, password, type Session } from "./sessions.ts";

export type SignedIn = {
  status: number;
  token: string;
  body: Record<string, unknown>;
  cookies: string | null;
};

/** Signs up, or in, from the browser that holds `guest`'s session, if one is named. */
export function signUpFrom(guest: Session | undefined, email: string): Promise<SignedIn> {
  return send("/auth/sign-up/email", { email, password, name: "Cora Customer" }, guest);
}

export function signInFrom(guest: Session | undefined, email: string, given = password): Promise<SignedIn> {
  return send("/auth/sign-in/email", { email, password: given }, guest);
}

async function send(path: string, body: unknown, guest: Session | undefined): Promise<SignedIn> {
  const headers: Record<string, string> = guest ? { authorization: `Bearer ${guest.token}` } : {};
  const response = await POST(authRequest(path, body, headers));
  const answer = JSON.parse((await response.text()) || "{}");
  return {
    status: response.status,
    token: answer.token ?? "",
    body: answer,
    cookies: response.headers.get("set-cookie"),
  };
}
