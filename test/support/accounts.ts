import { GET, POST } from "#app/auth/[...all]/route.ts";
import { everythingDone } from "#lib/platform/afterwards.ts";
import { storefront } from "./call.ts";
import { authRequest, password, type Session } from "./sessions.ts";

export type SignedIn = {
  status: number;
  token: string;
  body: Record<string, unknown>;
  /** The session cookie as a browser would send it; null if none was set, empty if it was removed. */
  cookie: string | null;
  headers: Headers;
};

/** A session sent as a bearer token or as a cookie. */
export type Held = Session | { cookie: string; origin?: string } | undefined;

/** Signs up, in the browser of `guest` if there is one. */
export function signUpFrom(guest: Held, email: string, more: object = {}): Promise<SignedIn> {
  return postAuth("/sign-up/email", { email, password, name: "Cora Customer", ...more }, guest);
}

export function signInFrom(guest: Held, email: string, given = password): Promise<SignedIn> {
  return postAuth("/sign-in/email", { email, password: given }, guest);
}

/** Posts to better-auth below /auth. Returns when the mails that follow are sent. */
export async function postAuth(path: string, body: unknown, held?: Held): Promise<SignedIn> {
  const answer = await POST(authRequest(`/auth${path}`, body, headersOf(held)));
  await everythingDone(60_000);
  return read(answer);
}

/** Opens a URL as a followed link: with the cookie, without an Origin. */
export async function openAuth(address: string, held?: Held): Promise<SignedIn> {
  return read(await GET(new Request(new URL(address, storefront), { headers: headersOf(held) })));
}

/** Starts a guest session that is kept in a cookie, as in a browser. */
export async function startGuestBrowser(): Promise<Session & { cookie: string }> {
  const { body, token, cookie } = await postAuth("/sign-in/anonymous", {});
  return { token, userId: (body.user as { id: string }).id, cookie: cookie ?? "" };
}

function headersOf(held: Held): Record<string, string> {
  if (!held) return {};
  return "cookie" in held
    ? { cookie: held.cookie, origin: held.origin ?? storefront }
    : { authorization: `Bearer ${held.token}` };
}

async function read(response: Response): Promise<SignedIn> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") && text !== "";
  const body = isJson ? JSON.parse(text) : {};
  return {
    status: response.status,
    token: body?.token ?? "",
    body,
    cookie: sessionCookie(response.headers),
    headers: response.headers,
  };
}

// The last one counts, as in a browser.
function sessionCookie(headers: Headers): string | null {
  const name = "better-auth.session_token=";
  const [pair] =
    headers
      .getSetCookie()
      .findLast((cookie) => cookie.startsWith(name))
      ?.split(";") ?? [];
  return pair === name ? "" : (pair ?? null);
}
