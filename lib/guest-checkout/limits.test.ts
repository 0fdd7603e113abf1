import { describe, expect, test } from "vitest";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy, guestEmail } from "#test/support/checkout.ts";
import { makeClient, tokenFor } from "#test/support/commercetools/clients.ts";
import { newCart, update, updated } from "#test/support/commercetools/shop.ts";
import { tally } from "#test/support/expect.ts";
import { confirmByMail } from "#test/support/guest-link.ts";
import { openInbox } from "#test/support/inbox.ts";
import { apart, applyLimits, expectRefused, from, newAddress, times } from "#test/support/limits.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";
import { accountExists, lookupOrder, captureContact as setContact, trackOrder } from "./routes.ts";

applyLimits();

const inbox = await openInbox();

const numbered = (index: number) => `SC-ZZZZ${String(index).padStart(4, "0")}`;

describe("the contact step", () => {
  test("20 in 10 minutes for a session, 60 an hour for a network", async () => {
    const [network, body] = [newAddress(), { email: "guest@example.com" }];
    const guests = await Promise.all([1, 2, 3, 4].map(() => apart(startGuestSession)));
    const [first, second, third, fourth] = guests;
    const ask = (session = first) => from(network, () => call(setContact, { session, body }));
    expect(tally(await times(20, () => ask()))).toEqual({ "200": 20 });
    expectRefused(await ask(), 20, 600);
    // The refused call was not counted against the network.
    expect(tally(await times(20, () => ask(second)))).toEqual({ "200": 20 });
    expect(tally(await times(20, () => ask(third)))).toEqual({ "200": 20 });
    expectRefused(await ask(fourth), 60, 3600);
    expect((await apart(() => call(setContact, { session: fourth, body }))).status).toBe(200);
  });

  test("5 addresses an hour for a session; one that it has given already costs nothing, in any spelling", async () => {
    const session = await apart(startGuestSession);
    const [first = "", ...emails] = Array.from({ length: 6 }, guestEmail);
    const ask = (email: string) => apart(() => call(setContact, { session, body: { email } }));
    expect(tally(await times(5, (index) => ask([first, ...emails][index] ?? "")))).toEqual({ "200": 5 });
    for (let again = 0; again < 2; again++) expectRefused(await ask(emails[4] ?? ""), 5, 3600);
    expect((await ask(first.toUpperCase())).status).toBe(200);
  });
});

test("the account hint answers 10 times in 10 minutes for a network, known address or not", async () => {
  const { email } = await apart(() => signUp());
  const address = newAddress();
  const ask = (asked: string) => from(address, () => call(accountExists, { query: { email: asked } }));
  const replies = await times(10, (index) => ask(index % 2 ? email : guestEmail()));
  expect(tally(replies)).toEqual({ "200": 10 });
  expectRefused(await ask(email), 10, 600);
  expectRefused(await ask(guestEmail()), 10, 600);
});

test("a session can give five addresses an hour, in drafts, by updates or over the store API", async () => {
  const session = await apart(startGuestSession);
  const client = await makeClient();
  const token = await apart(() => tokenFor(client, session.userId));
  const give = () => apart(() => call(setContact, { session, body: { email: guestEmail() } }));
  const action = () => ({ action: "setCustomerEmail", email: guestEmail() });
  const cart = await apart(() => newCart(token, { customerEmail: guestEmail() }));
  const changed = await apart(() => updated(token, cart, [action()]));
  for (let count = 0; count < 3; count++) expect((await give()).status).toBe(200);
  expect((await apart(() => update(token, changed, [action()]))).status).toBe(429);
  expect((await give()).status).toBe(429);
});

describe("the look-up form", () => {
  const lookup = (email: string, orderNumber: string) => call(lookupOrder, { body: { email, orderNumber } });
  const bought = () => apart(async () => buy({ variant: await makeVariant() }));

  test("answers 10 times in 10 minutes for a network, found or not, and refuses both in the same words", async () => {
    const [one, other, hits, misses] = [await bought(), await bought(), newAddress(), newAddress()];
    const hit = ({ email, order }: typeof one) => from(hits, () => lookup(email, order.orderNumber));
    const miss = (index: number) => from(misses, () => lookup(guestEmail(), numbered(index)));
    expect(tally(await times(10, (index) => hit(index % 2 ? one : other)))).toEqual({ "200": 10 });
    expect(tally(await times(10, miss))).toEqual({ "404 GUEST_ORDER_NOT_FOUND": 10 });
    for (const refused of [await hit(one), await miss(11)]) expectRefused(refused, 10, 600);
  });

  test("misses 5 times an hour for a number, from anywhere and however it is typed", async () => {
    const { order } = await bought();
    const spellings = [order.orderNumber, order.orderNumber.toLowerCase(), order.orderNumber.slice(3)];
    const ask = (index: number) =>
      apart(() => lookup(guestEmail(), spellings[index % 3] ?? order.orderNumber));
    expect(tally(await times(5, ask))).toEqual({ "404 GUEST_ORDER_NOT_FOUND": 5 });
    expectRefused(await ask(0), 5, 3600);
  });

  test("an order that is found counts towards neither its number nor its address", async () => {
    const { order, email } = await bought();
    const find = () => apart(() => lookup(email, order.orderNumber));
    expect(tally(await times(25, find))).toEqual({ "200": 25 });
  });

  test("text that cannot be an order number does not count, so nobody can lock a number for others", async () => {
    const replies = await times(8, () => apart(() => lookup(guestEmail(), "?! – ☃")));
    expect(tally(replies)).toEqual({ "404 GUEST_ORDER_NOT_FOUND": 8 });
  });

  test("a merchant's own number counts for itself, however it is typed", async () => {
    const spellings = ["Web/2026–0001", "web 2026 0001", "#WEB-2026-0001."];
    const ask = (index: number) => apart(() => lookup(guestEmail(), spellings[index % 3] ?? ""));
    expect(tally(await times(5, ask))).toEqual({ "404 GUEST_ORDER_NOT_FOUND": 5 });
    expectRefused(await ask(0), 5, 3600);
    expect((await apart(() => lookup(guestEmail(), "Web/2026-0002"))).status).toBe(404);
  });

  test("misses 20 times an hour for an address, from anywhere and however it is typed", async () => {
    const email = guestEmail();
    const ask = (index: number) =>
      apart(() => lookup(index % 2 ? email.toUpperCase() : email, numbered(100 + index)));
    expect(tally(await times(20, ask))).toEqual({ "404 GUEST_ORDER_NOT_FOUND": 20 });
    expectRefused(await ask(21), 20, 3600);
  });

  test("lets exactly 10 of 40 calls through that come at once", async () => {
    const address = newAddress();
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        from(address, () => lookup(guestEmail(), numbered(200 + index))),
      ),
    );
    expect(tally(replies)).toEqual({ "404 GUEST_ORDER_NOT_FOUND": 10, "429 TOO_MANY_REQUESTS": 30 });
  });
});

describe("the link from the mail", () => {
  const track = (token: string) => call(trackOrder, { params: { token } });

  test("opens 60 times a minute for a network; after 20 misses not even the right one, until they are forgotten", async () => {
    const { order } = await apart(async () => buy({ variant: await makeVariant() }));
    const token = await confirmByMail(inbox, order.id);
    const [honest, guesser] = [newAddress(), newAddress()];
    expect(tally(await times(60, () => from(honest, () => track(token))))).toEqual({ "200": 60 });
    expectRefused(await from(honest, () => track(token)), 60, 60);
    const guesses = await times(20, (index) => from(guesser, () => track(`${index}`.padEnd(43, "x"))));
    expect(tally(guesses)).toEqual({ "404 GUEST_ORDER_NOT_FOUND": 20 });
    for (const tried of [token, "y".repeat(43)])
      expectRefused(await from(guesser, () => track(tried)), 20, 600);
    expect((await apart(() => track(token))).status).toBe(200);
  });
});
