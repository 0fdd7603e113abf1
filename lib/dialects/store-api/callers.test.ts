import { describe, expect, test } from "vitest";
import { POST as auth } from "#app/auth/[...all]/route.ts";
import * as unknown from "#app/store/[...path]/route.ts";
import { listPaymentProviders as listProviders } from "#lib/dialects/store-api/routes/checkout.ts";
import { getOrder } from "#lib/dialects/store-api/routes/orders.ts";
import { call, storefront } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { dataOf, expectFailure, orderOf } from "#test/support/expect.ts";
import { sampleOf } from "#test/support/samples.ts";
import { authRequest, startGuestSession } from "#test/support/sessions.ts";
import { allStoreRoutes as routes } from "#test/support/store-routes.ts";

const cases = routes.map((route) => [route.id, route] as const);
const needsSession = cases.filter(([, { verb }]) => !verb.policy.who.includes("none"));
const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";

describe("a caller with a cookie", () => {
  test.each(cases.filter(([, { method }]) => method !== "GET"))(
    "%s is accepted only from the shop's own pages: 403 INVALID_ORIGIN",
    async (id, handler) => {
      const cookie = cookieOf(await auth(authRequest("/auth/sign-in/anonymous")));
      expect(cookie).not.toBe("");
      for (const origin of ["https://evil.example", "null", undefined]) {
        const headers = { cookie, ...(origin !== undefined && { origin }) };
        const message = "A request with cookies needs an Origin that belongs to this shop";
        expectFailure(await call(handler, { ...sampleOf(id), headers }), "untrusted_origin", message);
      }
      const own = await call(handler, { ...sampleOf(id), headers: { cookie, origin: storefront } });
      expect(own.status).not.toBe(403);
    },
  );

  test("is the same shopper as with the token, and can read from any origin", async () => {
    const response = await auth(authRequest("/auth/sign-in/anonymous"));
    const cookie = cookieOf(response);
    const { token, user } = (await response.json()) as { token: string; user: { id: string } };
    const { order } = await buy({ variant: await makeVariant(), session: { token, userId: user.id } });
    const headers = { cookie, origin: "https://evil.example" };
    expect(orderOf(await call(getOrder, { params: { id: order.id }, headers }))).toEqual(order);
    const [name = "", signed = ""] = cookie.split("=");
    const [id = "", signature = ""] = decodeURIComponent(signed).split(".");
    const forgeries = [
      id,
      `${id}.`,
      `${id}.${"A".repeat(43)}=`,
      `${id.slice(1)}x.${signature}`,
      `.${signature}`,
    ];
    for (const forged of forgeries) {
      const given = { cookie: `${name}=${encodeURIComponent(forged)}` };
      const reply = await call(getOrder, { params: { id: order.id }, headers: given });
      expect([forged, reply.status]).toEqual([forged, 401]);
    }
  });
});

describe("a caller without a session", () => {
  test.each(needsSession)("%s is rejected", async (id, route) => {
    const { status, body } = await call(route, sampleOf(id));
    expect([status, body.errorCode]).toEqual([401, "UNAUTHORIZED"]);
  });

  test.each(needsSession.filter(([, { verb }]) => !verb.policy.who.includes("anonymous")))(
    "%s is rejected for a guest, too",
    async (id, route) => {
      const reply = await call(route, { ...sampleOf(id), session: await startGuestSession() });
      expect([reply.status, reply.body.errorCode]).toEqual([401, "UNAUTHORIZED"]);
    },
  );
});

test("the payment methods are listed for a session", async () => {
  const reply = await call(listProviders, { session: await startGuestSession() });
  expect(dataOf(reply, listProviders.response)).toEqual(
    expect.arrayContaining([
      {
        id: "demo-card",
        title: "Demo card",
        methods: [
          { id: "card_succeeds", title: "Demo card that is accepted" },
          { id: "card_declines", title: "Demo card that is declined" },
          { id: "card_late", title: "Demo card that answers late" },
          { id: "card_second_step", title: "Demo card with a second step" },
        ],
      },
      {
        id: "bank-transfer",
        title: "Bank transfer",
        methods: [{ id: "bank_transfer", title: "Bank transfer" }],
      },
      {
        id: "cash-on-delivery",
        title: "Cash on delivery",
        methods: [{ id: "cash", title: "Cash on delivery" }],
      },
    ]),
  );
});

test("an unknown path is answered in the envelope, with the usual headers", async () => {
  for (const [method, handle] of Object.entries(unknown)) {
    const headers = { "x-request-id": "a-request-id" };
    const response = await handle(new Request(`${storefront}/store/nothing`, { method, headers }));
    expect(response.status).toBe(404);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "application/json; charset=utf-8",
      "x-request-id": "a-request-id",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "x-content-type-options": "nosniff",
    });
    expect(await response.json()).toEqual({
      statusCode: 404,
      errorCode: "NOT_FOUND",
      message: "There is nothing at this address",
      requestId: "a-request-id",
    });
  }
  expect(Object.keys(unknown).sort()).toEqual(["DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT"]);
});
