import * as z from "zod";
import { expect, test } from "./kit/test.ts";
import { openElsewhere } from "./support/elsewhere.ts";
import { type Shown, shownBy } from "./support/shown.ts";
import { type Spoken, spokenBy } from "./support/spoken.ts";

const contract = z.object({
  servers: z.tuple([z.object({ url: z.string().transform((url) => url.replace(/\/$/, "")) })]),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const signedIn = z.object({ token: z.string() });
const requestId = "the-same-for-both";

type Call = { method: string; path: string; body?: object };

/** What both servers answer besides. */
const others: Call[] = [
  { method: "GET", path: "/healthz" },
  { method: "GET", path: "/readyz" },
  { method: "GET", path: "/openapi.json" },
  { method: "GET", path: "/openapi-commercetools.json" },
  { method: "GET", path: "/auth/get-session" },
  { method: "POST", path: "/auth/sign-in/email", body: {} },
  { method: "POST", path: "/webhooks/stripe", body: {} },
];

/** Every call of both contracts, with parameters that name nothing, and an empty body. */
async function callsOf(shopUrl: string): Promise<Call[]> {
  const documents = await Promise.all(
    ["/openapi.json", "/openapi-commercetools.json"].map(async (path) =>
      contract.parse(await (await fetch(`${shopUrl}${path}`)).json()),
    ),
  );
  return documents.flatMap(({ servers: [{ url }], paths }) =>
    Object.entries(paths).flatMap(([template, methods]) =>
      Object.keys(methods).map((method) => ({
        method: method.toUpperCase(),
        path: url + template.replace("{project}", "demo").replaceAll(/\{\w+\}/g, "nothing"),
        ...(["post", "put", "patch"].includes(method) && { body: {} }),
      })),
    ),
  );
}

async function ask(shopUrl: string, { method, path, body }: Call, headers: Record<string, string> = {}) {
  return fetch(`${shopUrl}${path}`, {
    method,
    headers: { "x-request-id": requestId, ...(body && { "content-type": "application/json" }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
}

/** The answers without a session, and then to a guest, by call. */
async function answersTo(calls: Call[], shopUrl: string): Promise<Record<string, Spoken[]>> {
  const signIn = await ask(shopUrl, { method: "POST", path: "/auth/sign-in/anonymous", body: {} });
  const { token } = signedIn.parse(await signIn.json());
  const answers: Record<string, Spoken[]> = {};
  for (const call of calls) {
    const nobody = await spokenBy(await ask(shopUrl, call));
    const guest = await spokenBy(await ask(shopUrl, call, { authorization: `Bearer ${token}` }));
    answers[`${call.method} ${call.path}`] = [nobody, guest];
  }
  return answers;
}

/** The answers to a guest who signs in, orders twice with one key, and cancels. */
async function purchaseAt(shopUrl: string): Promise<Spoken[]> {
  const answers: Spoken[] = [];
  const headers: Record<string, string> = {};
  const say = async (method: string, path: string, body?: object) => {
    const response = await ask(shopUrl, { method, path, ...(body && { body }) }, headers);
    const cart = response.headers.get("x-cart-token");
    if (cart) headers["x-cart-token"] = cart;
    const copy = response.clone();
    answers.push(await spokenBy(response));
    return copy.json();
  };
  const { token } = await say("POST", "/auth/sign-in/anonymous");
  headers.authorization = `Bearer ${token}`;
  const { data: kettle } = await say("GET", "/store/products/stovetop-kettle");
  await say("POST", "/store/cart/lines", { variantId: kettle.variants[0].id, quantity: 1 });
  await say("POST", "/store/guest/contact", { email: "gale@example.com", name: "Gale Guest" });
  await say("PUT", "/store/cart/address", {
    shippingAddress: {
      ...{ firstName: "Gale", lastName: "Guest", line1: "14 Harbor Lane" },
      ...{ city: "Portland", region: "ME", postalCode: "04101", country: "US" },
    },
  });
  const { data: methods } = await say("GET", "/store/cart/shipping-methods");
  await say("PUT", "/store/cart/shipping-method", { shippingMethodId: methods[0].id });
  headers["idempotency-key"] = crypto.randomUUID();
  for (let times = 0; times < 2; times++)
    await say("POST", "/store/checkout/place-order", { paymentProvider: "bank-transfer" });
  delete headers["idempotency-key"];
  const { data: orders } = await say("GET", "/store/orders");
  // Returns the stock, which the other server shows, too.
  await say("POST", `/store/orders/${orders[0].id}/cancel`);
  return answers;
}

/** Pages, redirects, and documents that Next's server answers in either case. */
const pages = [
  "/",
  "/?search=kettle&language=de",
  "/products/stovetop-kettle",
  "/cart",
  "/cart/",
  "/checkout",
  "/order-status",
  `/order-status/${"t".repeat(43)}%3E`,
  "/sign-in",
  "/account",
  "/robots.txt",
  "/manifest.webmanifest",
];

/** How the pages are shown to a new visitor, and the head of each. */
async function shownAt(shopUrl: string): Promise<Record<string, Shown>> {
  const shown: Record<string, Shown> = {};
  for (const path of pages)
    for (const method of ["GET", "HEAD"])
      shown[`${method} ${path}`] = await shownBy(
        await fetch(`${shopUrl}${path}`, { method, redirect: "manual" }),
      );
  return shown;
}

test("@desktop plain `next start` answers every call of the contracts, and every page, as our own web server does", async ({
  isLasting,
}) => {
  test.skip(isLasting, "This tests the local build, not the shop under test.");
  test.setTimeout(240_000);
  const { shopUrl, run, start, startNext, close } = await openElsewhere({
    RATE_LIMITS: "off",
    BETTER_AUTH_SECRET: "s".repeat(64),
    GUEST_LINK_SECRET: "t".repeat(64),
  });
  try {
    await run("migrate.js");
    await run("seed.js");
    start("web.js");
    const nextUrl = await startNext();
    for (const url of [shopUrl, nextUrl])
      await expect(async () => expect((await fetch(`${url}/healthz`)).status).toBe(200)).toPass();

    expect(await shownAt(nextUrl)).toEqual(await shownAt(shopUrl));
    const calls = await callsOf(shopUrl);
    expect(calls.length).toBeGreaterThan(70);
    const ours = await answersTo([...calls, ...others], shopUrl);
    for (const { headers } of Object.values(ours).flat())
      expect(headers["content-type"]).toMatch(/^application\/json/);
    expect(await answersTo([...calls, ...others], nextUrl)).toEqual(ours);
    expect(await purchaseAt(nextUrl)).toEqual(await purchaseAt(shopUrl));
  } finally {
    await close();
  }
});
