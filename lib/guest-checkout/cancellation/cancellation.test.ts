import { expect, test } from "vitest";
import { cancellations } from "#lib/guest-checkout/index.ts";
import { mailer, smtpMailer } from "#lib/mail/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { freePort } from "#scripts/process/free-port.ts";
import { deliver as arrive } from "#test/privacy/finish.ts";
import { signUpFrom } from "#test/support/accounts.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { openInbox } from "#test/support/inbox.ts";
import { deadLink, type LinkedOrder, linkedOrder, proofFor } from "../testing/linked-order.ts";

const inbox = await openInbox();
const variant = await makeVariant();
const ordered = () => linkedOrder(variant);
const proofOf = (order: Pick<LinkedOrder, "email" | "token">) => proofFor("cancellation", inbox, order);

const statusOf = async ({ order: { id } }: LinkedOrder) =>
  (await db.order.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;

test("the link goes to the address of the order, and cancels it once", async () => {
  const bought = await ordered();
  const proof = await proofOf(bought);
  expect(inbox.received.at(-1)?.recipients).toEqual([bought.email]);
  const link = { token: bought.token, proof };
  for (const _ of [1, 2, 3])
    expect(await perform(cancellations.open, asNobody, link)).toMatchObject({ id: bought.order.id });
  expect(await statusOf(bought)).not.toBe("cancelled");
  expect(await perform(cancellations.decide, asNobody, link)).toMatchObject({ status: "cancelled" });
  await expect(perform(cancellations.decide, asNobody, link)).rejects.toMatchObject(deadLink);
});

test("the order's own link cancels nothing: people it was forwarded to get no further", async () => {
  const [bought, other] = [await ordered(), await ordered()];
  const proof = await proofOf(other);
  for (const guess of ["", "x".repeat(43), bought.token, proof])
    for (const verb of [cancellations.open, cancellations.decide])
      await expect(perform(verb, asNobody, { token: bought.token, proof: guess })).rejects.toMatchObject(
        deadLink,
      );
  await expect(
    perform(cancellations.decide, asNobody, { token: "x".repeat(43), proof }),
  ).rejects.toMatchObject({ code: "guest_order_not_found" });
  expect(await statusOf(bought)).not.toBe("cancelled");
});

test("a newer link replaces an older one, and a link is valid for an hour", async () => {
  const bought = await ordered();
  const [first, second] = [await proofOf(bought), await proofOf(bought)];
  expect(second).not.toBe(first);
  const { token } = bought;
  await expect(perform(cancellations.open, asNobody, { token, proof: first })).rejects.toMatchObject(
    deadLink,
  );
  const identifier = `order-cancellation:${bought.order.id}`;
  const { expiresAt, value } = await db.verification.findFirstOrThrow({ where: { identifier } });
  expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(59 * 60_000);
  expect(value).not.toBe(second);
  await db.verification.updateMany({ where: { identifier }, data: { expiresAt: new Date(Date.now() - 1) } });
  await expect(perform(cancellations.decide, asNobody, { token, proof: second })).rejects.toMatchObject(
    deadLink,
  );
});

test("a damaged link is read as it was meant", async () => {
  const bought = await ordered();
  const proof = await proofOf(bought);
  const damaged = { token: `${bought.token}.`, proof: `${proof}&gt;)` };
  expect(await perform(cancellations.decide, asNobody, damaged)).toMatchObject({ status: "cancelled" });
});

test("nothing is mailed for an order that has left or is in an account", async () => {
  const sent = await ordered();
  await arrive(sent.order.id);
  await expect(perform(cancellations.mailLink, asNobody, sent)).rejects.toMatchObject({
    code: "order_not_cancellable",
  });
  const kept = await ordered();
  const proof = await proofOf(kept);
  await signUpFrom(kept.session, kept.email);
  await expect(perform(cancellations.mailLink, asNobody, kept)).rejects.toMatchObject({
    code: "bad_request",
  });
  await expect(perform(cancellations.decide, asNobody, { token: kept.token, proof })).rejects.toMatchObject(
    deadLink,
  );
});

test("an order that leaves while its link is in the mailbox is not cancelled", async () => {
  const bought = await ordered();
  const proof = await proofOf(bought);
  await arrive(bought.order.id);
  await expect(perform(cancellations.decide, asNobody, { token: bought.token, proof })).rejects.toMatchObject(
    {
      code: "order_not_cancellable",
    },
  );
});

test("a link that is confirmed five times at once cancels the order once", async () => {
  const bought = await ordered();
  const link = { token: bought.token, proof: await proofOf(bought) };
  const all = Array.from({ length: 5 }, () => perform(cancellations.decide, asNobody, link));
  const results = await Promise.allSettled(all);
  expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
  expect(await statusOf(bought)).toBe("cancelled");
  const where = { orderId: bought.order.id, type: "order.cancelled" };
  expect(await db.orderEvent.count({ where })).toBe(1);
});

test("while the mail server is down nothing is promised, and an older link still cancels", async () => {
  const bought = await ordered();
  const proof = await proofOf(bought);
  const before = mailer.get();
  mailer.provide(smtpMailer({ url: `smtp://127.0.0.1:${await freePort()}`, from: env.MAIL_FROM }));
  await expect(perform(cancellations.mailLink, asNobody, bought)).rejects.toMatchObject({
    code: "unavailable",
    details: { mail: true },
  });
  mailer.provide(before);
  const identifier = `order-cancellation:${bought.order.id}`;
  expect(await db.verification.count({ where: { identifier } })).toBe(1);
  const link = { token: bought.token, proof };
  expect(await perform(cancellations.decide, asNobody, link)).toMatchObject({ status: "cancelled" });
});

test("somebody whose address the mail server refuses for good is not told to try again", async () => {
  const bought = await ordered();
  inbox.plan.push("unknown-recipient");
  await expect(perform(cancellations.mailLink, asNobody, bought)).rejects.toMatchObject({
    message: "The mail server does not accept mail for this email address.",
    details: { mail: true, refused: true },
  });
});

test("of links that are requested at the same time, one stays valid", async () => {
  const bought = await ordered();
  await Promise.all([1, 2, 3].map(() => perform(cancellations.mailLink, asNobody, bought)));
  const identifier = `order-cancellation:${bought.order.id}`;
  expect(await db.verification.count({ where: { identifier } })).toBe(1);
});
