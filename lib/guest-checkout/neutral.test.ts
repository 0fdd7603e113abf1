import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { lookupOrder, trackOrder } from "#lib/guest-checkout/routes.ts";
import { db } from "#lib/platform/database/db.ts";
import type { Reply } from "#test/support/call.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { expectFailure, expectInvalid, orderOf } from "#test/support/expect.ts";
import { confirmByMail } from "#test/support/guest-link.ts";
import { openInbox } from "#test/support/inbox.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

const inbox = await openInbox();

/** An answer without the parts that differ between calls anyway. */
function bare({ status, headers, text }: Reply) {
  const { date: _date, "x-request-id": requestId = "", ...rest } = Object.fromEntries(headers);
  return { status, headers: rest, body: text.replace(requestId, "") };
}

const message = "We could not find an order with these details";
const track = (token: string) => call(trackOrder, { params: { token } });
const lookup = (email: string, orderNumber: string) => call(lookupOrder, { body: { email, orderNumber } });

let guest: Awaited<ReturnType<typeof buy>>;
let customer: Awaited<ReturnType<typeof buy>>;
let token: string;
let miss: ReturnType<typeof bare>;

beforeAll(async () => {
  const variant = await makeVariant();
  guest = await buy({ variant });
  token = await confirmByMail(inbox, guest.order.id);
  const account = await signUp();
  customer = await buy({ variant, session: account, email: account.email });
  miss = bare(await lookup("nobody@example.com", "SC-00000000"));
});

test("the neutral answer is a plain 404 GUEST_ORDER_NOT_FOUND", async () => {
  expectFailure(await lookup("nobody@example.com", "SC-00000000"), "guest_order_not_found", message);
  expect(miss.headers).toEqual({
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex, nofollow",
  });
});

describe("every miss gets the same answer, to the byte", () => {
  test.each<[string, () => Promise<Reply>]>([
    ["an unknown number", () => lookup(guest.email, "SC-ZZZZZZZZ")],
    ["a wrong email", () => lookup("other@example.com", guest.order.orderNumber)],
    ["an email and a number of two orders", () => lookup(customer.email, guest.order.orderNumber)],
    ["an account's order", () => lookup(customer.email, customer.order.orderNumber)],
    ["an order's id for its number", () => lookup(guest.email, guest.order.id)],
    ["the number with more behind it", () => lookup(guest.email, `${guest.order.orderNumber}0`)],
    ["the number with NUL behind it", () => lookup(guest.email, `${guest.order.orderNumber}\0`)],
    ["a pattern for the number", () => lookup(guest.email, "SC-%")],
    ["a number of 90,000 characters", () => lookup(guest.email, "9".repeat(90_000))],
    ["an unknown token", () => track(randomBytes(32).toString("base64url"))],
    ["a token of one blank", () => track(" ")],
    ["the token, cut", () => track(token.slice(0, -1))],
    ["the token with more behind it", () => track(`${token}A`)],
    ["the token with a word behind it", () => track(`${token}. Thanks`)],
    ["the token twice", () => track(`${token} ${token}`)],
    ["the token in capitals", () => track(token.toUpperCase())],
    ["the token's hash", async () => track((await tokenRow()).tokenHash)],
    ["the token's nonce", async () => track(Buffer.from((await tokenRow()).nonce).toString("base64url"))],
    ["the order's id for a token", () => track(guest.order.id)],
    ["the order's number for a token", () => track(guest.order.orderNumber)],
    ["NUL for a token", () => track("\0")],
    ["null for a token", () => track("null")],
    ["a token of 90,000 characters", () => track("A".repeat(90_000))],
    ["an order whose token is not there yet", async () => track((await unbound()).id)],
  ])("%s", async (_, ask) => {
    expect(bare(await ask())).toEqual(miss);
  });

  test("for a guest, an account and the buyer alike", async () => {
    const sessions = [await startGuestSession(), await signUp(), guest.session];
    for (const session of sessions) {
      const wrong = { email: "other@example.com", orderNumber: guest.order.orderNumber };
      expect(bare(await call(lookupOrder, { session, body: wrong }))).toEqual(miss);
      expect(bare(await call(trackOrder, { session, params: { token: "x".repeat(43) } }))).toEqual(miss);
    }
  });
});

describe("a malformed address or a value that is not a string is rejected before any lookup", () => {
  const wrong: [string, unknown, string[]][] = [
    ["nothing", {}, ["email", "orderNumber"]],
    ["null", { email: null, orderNumber: null }, ["email", "orderNumber"]],
    ["arrays", { email: ["a@example.com"], orderNumber: ["SC-1"] }, ["email", "orderNumber"]],
    ["objects", { email: { contains: "@" }, orderNumber: { not: "" } }, ["email", "orderNumber"]],
    ["empty texts", { email: "", orderNumber: " " }, ["email", "orderNumber"]],
    ["an email with NUL", { email: "a\0@example.com", orderNumber: "SC-1" }, ["email"]],
    ["an over-long email", { email: `${"a".repeat(255)}@example.com`, orderNumber: "SC-1" }, ["email"]],
    ["a number that is not a string", { email: "a@example.com", orderNumber: 1 }, ["orderNumber"]],
  ];
  test.each(wrong)("%s", async (_, body, paths) => {
    expectInvalid(await call(lookupOrder, { body }), ...paths);
  });

  test("and does not reveal whether there is such an order", async () => {
    const ask = async (orderNumber: string) => bare(await lookup(`${guest.email}\0`, orderNumber));
    expect(await ask(guest.order.orderNumber)).toEqual(await ask("SC-ZZZZZZZZ"));
  });
});

test("among all these misses, the right details are found", async () => {
  expect(orderOf(await lookup(guest.email, guest.order.orderNumber))).toEqual(guest.order);
  expect(orderOf(await track(token))).toEqual(guest.order);
});

test("a link that a mail program has changed opens the order", async () => {
  const broken = `${token.slice(0, 30)}\r\n${token.slice(30)}`;
  for (const given of [`${token}.`, `${token})`, `<${token}>`, `${token}%3E`, `${token}"`, broken]) {
    expect(orderOf(await track(given)), given).toEqual(guest.order);
  }
});

const tokenRow = () => db.lookupToken.findUniqueOrThrow({ where: { orderId: guest.order.id } });

async function unbound() {
  const { order } = await buy({ variant: await makeVariant() });
  expect(await db.lookupToken.count({ where: { orderId: order.id } })).toBe(0);
  return order;
}
