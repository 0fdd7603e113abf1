import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { addAddress } from "#lib/dialects/store-api/routes/addresses.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { shop } from "#lib/shop.ts";
import { bookAddress, usAddress } from "#test/support/addresses.ts";
import { call, storefront } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy, readyToPlace } from "#test/support/checkout.ts";
import { customerToken, guestToken } from "#test/support/commercetools/call.ts";
import { bodiesFor } from "#test/support/from-schema.ts";
import { password, type Session, signUp, startGuestSession } from "#test/support/sessions.ts";
import { allStoreRoutes } from "#test/support/store-routes.ts";
import { authRoutes } from "./auth/routes.ts";
import { routes as commercetoolsRoutes } from "./commercetools/routes.ts";

// Every route of every API, also one that is added later, is called by strangers who know all ids of two victims: in
// the path, in the query, and wherever a body has text. No secret of the victims may come back, and nothing of theirs
// may change.

type Victim = { names: string[]; secrets: string[]; userId: string };

/** A shopper with an order, a filled-in cart and, with an account, an address book. */
async function victim(session: Session): Promise<Victim> {
  const { userId } = session;
  const street = `${newId()} Hidden Lane`;
  const address = { shippingAddress: { ...usAddress, line1: street } };
  const variant = await makeVariant();
  const { order, email } = await buy({ session, variant, address, email: `vera-${newId()}@example.com` });
  const { cart } = await readyToPlace({ session, variant, address, email });
  await call(addAddress, { session, body: { ...bookAddress, fullAddress: street } });
  const [carts, payments, addresses, sessions] = await Promise.all([
    db.cart.findMany({ where: { userId }, include: { lines: true } }),
    db.payment.findMany({ where: { cart: { userId } } }),
    db.customerAddress.findMany({ where: { userId } }),
    db.session.findMany({ where: { userId } }),
  ]);
  const lines = carts.flatMap((each) => each.lines);
  const ids = [...carts, ...lines, ...payments, ...addresses, ...sessions].map(({ id }) => id);
  return {
    userId,
    names: [userId, order.id, order.orderNumber, ...ids],
    secrets: [email, street, order.orderNumber, cart, session.token],
  };
}

async function belongings(userIds: string[]) {
  const where = { userId: { in: userIds } };
  const orderBy = { id: "asc" } as const;
  return Promise.all([
    db.user.findMany({ where: { id: { in: userIds } }, orderBy }),
    db.order.findMany({ where, orderBy }),
    db.cart.findMany({ where, orderBy, include: { lines: { orderBy } } }),
    db.customerAddress.findMany({ where, orderBy }),
    db.session.findMany({ where, orderBy }),
    db.oAuthToken.findMany({ where, orderBy }),
  ]);
}

type Come = () => Promise<string | null>;
const inStore: Record<string, Come> = {
  nobody: async () => null,
  "another guest": async () => (await startGuestSession()).token,
  "another customer": async () => (await signUp()).token,
};
const inCommercetools: Record<string, Come> = {
  "another guest": async () => (await guestToken()).token,
  "another customer": async () => customerToken((await signUp()).email, password),
};

const shoppers = commercetoolsRoutes.filter(({ access }) => access && access.as !== "client");
const calls = [
  ...[...allStoreRoutes, ...authRoutes].flatMap((route) =>
    Object.entries(inStore).map(([who, come]) => ({ route, who, come })),
  ),
  ...shoppers.flatMap((route) =>
    Object.entries(inCommercetools).map(([who, come]) => ({ route, who, come })),
  ),
];

test("the routes of every API are called; those for programs and with webhooks' signatures reject strangers", async () => {
  const mounts = (await shop.apis()).map(({ mount }) => mount);
  expect(mounts.toSorted()).toEqual(["/auth", "/commercetools", "/store", "/webhooks"]);
  expect(calls.length).toBeGreaterThan(150);
});

type Asked = { method: string; path: string; query?: z.ZodType; body?: z.ZodType };

/** Requests that name something of the victims' in each place of a route that takes text; and one without a query. */
function requestsFor({ method, path, query, body }: Asked, names: string[]) {
  const texts = fc.constantFrom(...names);
  const bodies = body ? fc.sample(bodiesFor(body, texts), { numRuns: names.length, seed: 1 }) : [];
  const fields = query instanceof z.ZodObject ? Object.keys(query.shape) : [];
  return names.flatMap((name, at) =>
    [null, ...fields].map((field) => {
      const url = new URL(path.replace("{project}", "demo").replace(/\{\w+\}/g, name), storefront);
      if (field) url.searchParams.set(field, field === "where" ? `id="${name}"` : name);
      return { url, method, body: body && JSON.stringify(bodies[at]) };
    }),
  );
}

/** What a route answers to `token` when asked about each of the victims' names. Without what the caller has sent. */
async function answersTo(token: string | null, route: Asked, victims: Victim[]): Promise<string[]> {
  const told: string[] = [];
  for (const { url, method, body } of requestsFor(
    route,
    victims.flatMap(({ names }) => names),
  )) {
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { "content-type": "application/json" }),
    };
    const answer = await shop.serve(new Request(url, { method, headers, ...(body && { body }) }));
    const text = (await answer.text()) + JSON.stringify([...answer.headers]);
    const sent = [url.pathname, ...url.searchParams.values(), body].join("\n");
    told.push(victims.reduce((rest, { names }) => without(rest, names, sent), text));
  }
  return told;
}

function without(text: string, names: string[], sent: string): string {
  return names.filter((name) => sent.includes(name)).reduce((rest, name) => rest.replaceAll(name, ""), text);
}

const shows = (told: string[], { secrets }: Victim) =>
  told.some((text) => secrets.some((secret) => text.includes(secret)));

describe("somebody else's things", () => {
  let victims: Victim[];
  let owner: { session: Session & { email: string }; victim: Victim };
  beforeAll(async () => {
    const session = await signUp();
    owner = { session, victim: await victim(session) };
    victims = [await victim(await startGuestSession()), owner.victim];
  });

  test.each(calls.map((each) => [`${each.route.method} ${each.route.path}`, each.who, each] as const))(
    "%s neither shows nor changes them for %s",
    async (_, __, { route, come }) => {
      const userIds = victims.map(({ userId }) => userId);
      const before = await belongings(userIds);
      const told = await answersTo(await come(), route, victims);
      expect(victims.map((each) => shows(told, each))).toEqual([false, false]);
      expect(await belongings(userIds)).toEqual(before);
    },
  );

  test("the same calls show them to their owner", async () => {
    const { session, victim: own } = owner;
    const tokens = { store: session.token, ct: await customerToken(session.email, password) };
    const reading = calls.filter(({ who, route }) => who === "another customer" && route.method === "GET");
    const shown: string[] = [];
    for (const { route } of reading) {
      const token = route.path.startsWith("/commercetools") ? tokens.ct : tokens.store;
      if (shows(await answersTo(token, route, [own]), own)) shown.push(route.id);
    }
    expect(shown.toSorted()).toEqual([
      "auth.get-session",
      "auth.list-sessions",
      "ct.activeCart",
      "ct.listMyCarts",
      "ct.listMyOrders",
      "ct.me",
      "ct.me-carts.id.get",
      "ct.myOrder",
      "followPayment",
      "getCart",
      "getOrder",
      "listAddresses",
      "listOrders",
      "listShippingMethods",
    ]);
  });
});
