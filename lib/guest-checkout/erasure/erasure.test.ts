import { expect, test } from "vitest";
import { cancellations, erasures } from "#lib/guest-checkout/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { deliver } from "#test/privacy/finish.ts";
import { signUpFrom } from "#test/support/accounts.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { openInbox } from "#test/support/inbox.ts";
import { shopperOf, signUp, startGuestSession } from "#test/support/sessions.ts";
import { deadLink, type LinkedOrder, linkedOrder, proofFor } from "../testing/linked-order.ts";

const inbox = await openInbox();
const variant = await makeVariant();
const ordered = () => linkedOrder(variant);
const proofOf = (order: LinkedOrder) => proofFor("erasure", inbox, order);

async function arrived(): Promise<LinkedOrder> {
  const bought = await ordered();
  await deliver(bought.order.id);
  return bought;
}

const isErased = async ({ order: { id } }: LinkedOrder) =>
  (await db.order.findUniqueOrThrow({ where: { id }, select: { email: true } })).email === null;

test("the order's own link erases nothing: people it was forwarded to get no further", async () => {
  const bought = await ordered();
  await perform(cancellations.mailLink, asNobody, bought);
  const { pathname } = await inbox.linkTo(bought.email, `/order-status/${bought.token}/cancel/`);
  const other = await arrived();
  await deliver(bought.order.id);
  const guesses = ["", "x".repeat(43), bought.token, await proofOf(other), pathname.split("/").at(-1) ?? ""];
  const strangers = [
    asNobody,
    { actor: await shopperOf(await startGuestSession()) },
    { actor: await shopperOf(await signUp()) },
  ];
  const { token } = bought;
  for (const ctx of strangers)
    for (const link of [{ token }, ...guesses.map((proof) => ({ token, proof }))])
      await expect(perform(erasures.decide, ctx, link)).rejects.toMatchObject(deadLink);
  expect(await isErased(bought)).toBe(false);
});

test("the mailed link goes to the address of the order, and erases once it is confirmed", async () => {
  const bought = await arrived();
  const link = { token: bought.token, proof: await proofOf(bought) };
  expect(inbox.received.at(-1)?.recipients).toEqual([bought.email]);
  for (const _ of [1, 2, 3])
    expect(await perform(erasures.open, asNobody, link)).toMatchObject({ id: bought.order.id });
  expect(await isErased(bought)).toBe(false);
  await perform(erasures.decide, asNobody, link);
  expect(await isErased(bought)).toBe(true);
  await expect(perform(erasures.decide, asNobody, link)).rejects.toMatchObject({
    code: "guest_order_not_found",
  });
  expect(await db.verification.count({ where: { identifier: `order-erasure:${bought.order.id}` } })).toBe(0);
});

test("a link that is confirmed five times at once erases once, and the others find no order", async () => {
  const bought = await arrived();
  const link = { token: bought.token, proof: await proofOf(bought) };
  const all = Array.from({ length: 5 }, () => perform(erasures.decide, asNobody, link));
  const ends = (await Promise.allSettled(all)).map((end) =>
    end.status === "fulfilled" ? "erased" : end.reason.code,
  );
  expect(ends.filter((end) => end === "erased").length).toBeGreaterThan(0);
  for (const end of ends) expect(["erased", "guest_order_not_found", "not_found"]).toContain(end);
  expect(await isErased(bought)).toBe(true);
});

test("in the session that placed the order no mail is needed", async () => {
  const bought = await arrived();
  await perform(erasures.decide, { actor: await shopperOf(bought.session) }, { token: bought.token });
  expect(await isErased(bought)).toBe(true);
});

test("while an order is on its way the mailed link erases nothing and stays valid", async () => {
  const bought = await ordered();
  const link = { token: bought.token, proof: await proofOf(bought) };
  await expect(perform(erasures.decide, asNobody, link)).rejects.toMatchObject({ code: "order_in_progress" });
  await deliver(bought.order.id);
  await perform(erasures.decide, asNobody, link);
  expect(await isErased(bought)).toBe(true);
});

test("nothing is mailed for an order in an account, and an older mail erases nothing of it", async () => {
  const bought = await arrived();
  const link = { token: bought.token, proof: await proofOf(bought) };
  await signUpFrom(bought.session, bought.email);
  await expect(perform(erasures.mailLink, asNobody, bought)).rejects.toMatchObject({ code: "bad_request" });
  await expect(perform(erasures.open, asNobody, link)).rejects.toMatchObject(deadLink);
  await expect(perform(erasures.decide, asNobody, link)).rejects.toMatchObject({ code: "bad_request" });
  expect(await isErased(bought)).toBe(false);
});
