/** An answer without what differs every time: ids, tokens, numbers and times. */
export type Spoken = { status: number; headers: Record<string, string>; body: unknown };

const compared = [
  "content-type",
  "cache-control",
  "x-robots-tag",
  "referrer-policy",
  "x-content-type-options",
  "x-request-id",
  "www-authenticate",
  "idempotency-replayed",
  "access-control-expose-headers",
];
/** Headers whose values are tokens. */
const secret = ["x-cart-token", "set-cookie", "set-auth-token"];

export async function spokenBy(response: Response): Promise<Spoken> {
  const text = await response.text();
  const headers = Object.fromEntries(
    [...compared, ...secret].flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, secret.includes(name) ? "a token" : value]];
    }),
  );
  return { status: response.status, headers, body: parsed(withoutNames(text)) };
}

/** Each id is replaced by the order in which it first appeared, so that references can still be compared. */
function withoutNames(text: string): string {
  const seen = new Map<string, string>();
  return text
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "a time")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      if (!seen.has(id)) seen.set(id, `id ${seen.size}`);
      return seen.get(id) ?? "";
    })
    .replace(/SC-[A-Z0-9]{8,}/g, "a number")
    .replace(/("(?:token|access_token|refresh_token)":")[^"]+/g, "$1a token");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
