import { describe, expect, test } from "vitest";
import { storeRoutes } from "#app/store/route-files.ts";
import { call, storefront } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { dataOf, expectFailure, orderOf } from "#test/support/expect.ts";
import { sampleOf } from "#test/support/samples.ts";
import { authRequest, startGuestSession } from "#test/support/sessions.ts";
import { POST as auth } from "../auth/[...all]/route.ts";
import * as unknown from "./[...path]/route.ts";
import { GET as listProviders } from "./checkout/payment-providers/route.ts";
import { GET as getOrder } from "./orders/[id]/route.ts";

const routes = await storeRoutes();
const cases = routes.map(({ handler }) => [handler.spec.id, handler] as const);
const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";

describe("a caller with a cookie", () => {
  test.each(cases.filter(([, { spec }]) => spec.method !== "GET"))(
    "%s takes it from the shop's own pages alone: 403 INVALID_ORIGIN",
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

  test("is the same person as with the token, and reads from anywhere", async () => {
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
  test.each(cases.filter(([, { spec }]) => spec.auth === "session" || spec.auth === "customer"))(
    "%s turns him away",
    async (id, handler) => {
      const { status, body } = await call(handler, sampleOf(id));
      const expected = id === "captureContact" ? [400, "BAD_REQUEST"] : [401, "UNAUTHORIZED"];
      expect([status, body.errorCode]).toEqual(expected);
    },
  );

  test.each(cases.filter(([, { spec }]) => spec.auth === "customer"))(
    "%s turns a guest away, too",
    async (id, handler) => {
      const reply = await call(handler, { ...sampleOf(id), session: await startGuestSession() });
      expect([reply.status, reply.body.errorCode]).toEqual([401, "UNAUTHORIZED"]);
    },
  );
});

test("the ways to pay are told to a session", async () => {
  const reply = await call(listProviders, { session: await startGuestSession() });
  expect(dataOf(reply, listProviders.spec.response)).toEqual([
    {
      id: "test",
      title: "Test card",
      methods: [
        { id: "card_succeeds", title: "Card that is accepted" },
        { id: "card_declines", title: "Card that is declined" },
        { id: "card_late", title: "Card that answers late" },
      ],
    },
    { id: "manual", title: "Bank transfer", methods: [{ id: "bank_transfer", title: "Bank transfer" }] },
    { id: "cod", title: "Cash on delivery", methods: [{ id: "cash", title: "Cash on delivery" }] },
  ]);
});

test("an address that does not exist answers in the envelope, with the headers of all others", async () => {
  for (const [method, handler] of Object.entries(unknown)) {
    const headers = { "x-request-id": "a-request-id" };
    const response = await handler(new Request(`${storefront}/store/nothing`, { method, headers }));
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
  expect(Object.keys(unknown).sort()).toEqual(["DELETE", "GET", "PATCH", "POST", "PUT"]);
});
