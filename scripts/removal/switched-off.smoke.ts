import { expect, test } from "vitest";

// Runs in a copy of the checkout without the module's line in lib/shop.ts (scripts/removal/prove.ts).
import { GET as openapi } from "#app/openapi.json/route.ts";
import { listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import {
  accountExists,
  lookupOrder,
  captureContact as setContact,
  trackOrder,
} from "#lib/guest-checkout/routes.ts";
import { shop } from "#lib/shop.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { rowsOf } from "#test/privacy/rows.ts";
import { postAuth, signInFrom } from "#test/support/accounts.ts";
import { call, requestFor } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy, guestEmail } from "#test/support/checkout.ts";
import { deliver } from "#test/support/deliver.ts";
import { openInbox } from "#test/support/inbox.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

const inbox = await openInbox();

test("the module is gone from the list", () => {
  expect(shop.modules).toEqual([]);
});

test("its four endpoints are not found, whatever the input", async () => {
  const session = await startGuestSession();
  const body = { email: guestEmail(), orderNumber: "SC-00000000" };
  const calls = [
    [setContact, { session, body }],
    [accountExists, { query: { email: body.email } }],
    [lookupOrder, { body }],
    [trackOrder, { params: { token: "x".repeat(43) } }],
  ] as const;
  for (const [route, input] of calls) {
    const response = await shop.serve(requestFor(route, input));
    expect([response.status, await response.json()]).toEqual([
      404,
      expect.objectContaining({ errorCode: "NOT_FOUND", message: "There is nothing at this address" }),
    ]);
  }
});

test("the contract lacks them, and has all others", async () => {
  const { paths } = (await (await openapi()).json()) as {
    paths: object;
  };
  expect(Object.keys(paths).filter((path) => path.startsWith("/store/guest"))).toEqual([]);
  expect(Object.keys(paths)).toContain("/store/checkout/place-order");
});

test("its pages are not found", () => {
  expect(() => requireGuests()).toThrow(/NEXT_HTTP_ERROR_FALLBACK;404/);
});

test("a guest's order sends no mail; a customer's sends the customers' mail", async () => {
  const variant = await makeVariant();
  const guest = await buy({ variant });
  await deliver("order.placed", { orderId: guest.order.id });
  const customer = await signUp();
  const own = await buy({ variant, session: customer, email: customer.email });
  await deliver("order.placed", { orderId: own.order.id });
  const ids = inbox.received
    .map(({ parsed }) => parsed.messageId ?? "")
    .filter((id) => id.includes("order."));
  expect(ids).toEqual([expect.stringContaining(own.order.id)]);
});

test("signing in converts nothing: the guest keeps everything", async () => {
  const account = await signUp();
  const { session } = await buy({ variant: await makeVariant() });
  const before = await rowsOf(session.userId);
  expect((await signInFrom(session, account.email)).status).toBe(200);
  const { session: _ended, ...after } = await rowsOf(session.userId);
  const { session: _live, ...rest } = before;
  expect(after).toEqual(rest);
});

test("anonymous sign-in still works, and so does ordering with an account, from cart to order list", async () => {
  expect(await postAuth("/sign-in/anonymous", {})).toMatchObject({
    status: 200,
    body: { user: { isAnonymous: true } },
  });
  const customer = await signUp();
  const { order } = await buy({ variant: await makeVariant(), session: customer, email: customer.email });
  const { body } = await call(listOrders, { session: customer });
  expect(body.data).toMatchObject([{ orderNumber: order.orderNumber, contact: { email: customer.email } }]);
});
