import { createElement } from "react";
import { type Buyer, buyerSchema } from "#lib/commerce/order/index.ts";
import { isUndeliverable, sendOnce } from "#lib/mail/index.ts";
import { wordingFor } from "#lib/mail/mail-words.ts";
import { now } from "#lib/platform/clock.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log/log.ts";
import { guestsOfShop } from "./guests.ts";

const batchSize = 100;
const keptDays = 30;
const dayMs = 86_400_000;

const returning = {
  goesBack: true,
  buyer: { not: Prisma.DbNull },
} satisfies Prisma.PaymentWhereInput;

/**
 * Mails the buyers of payments without an order, at the address known when they went to pay: once the provider has
 * returned the full amount, and again if their bank has sent it back since. One mail each per payment; failures are
 * retried by a later run, unless the mail server has refused the address for good. Returns the number of mails.
 */
export async function tellReturned(): Promise<number> {
  const isReturned = { refunded: { gte: db.payment.fields.captured } };
  const returned = await tellAll("returned", { dueAt: null, toldAt: null, ...isReturned });
  const failed = await tellAll("returnFailed", {
    toldAt: { not: null },
    refunded: { lt: db.payment.fields.captured },
    refunds: { some: { state: "failed" } },
  });
  return returned + failed;
}

/**
 * Forgets buyers after a month, when no bank sends a refund back any more. Returns how many; those who could not be
 * told are in the log.
 */
export async function forgetBuyers(): Promise<number> {
  const old = { ...returning, updatedAt: { lt: new Date(now().getTime() - keptDays * dayMs) } };
  const untold = await db.payment.count({ where: { ...old, toldAt: null } });
  if (untold > 0) log.error({ untold }, "buyers could not be notified that their money was returned");
  const { count } = await db.payment.updateMany({ where: old, data: { buyer: Prisma.DbNull } });
  return count;
}

const needed = {
  id: true,
  amount: true,
  captured: true,
  refunded: true,
  currency: true,
  buyer: true,
} as const;
type Returning = Prisma.PaymentGetPayload<{ select: typeof needed }>;
type News = "returned" | "returnFailed";

/** In batches to the end, so that buyers who cannot be reached hold up nobody. */
async function tellAll(news: News, which: Prisma.PaymentWhereInput): Promise<number> {
  let told = 0;
  for (let after = ""; ; ) {
    const payments = await db.payment.findMany({
      where: { ...returning, ...which, ...(after && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: batchSize,
      select: needed,
    });
    told += await tellEach(payments, news);
    const last = payments.at(-1);
    if (!last || payments.length < batchSize) return told;
    after = last.id;
  }
}

async function tellEach(payments: readonly Returning[], news: News): Promise<number> {
  let told = 0;
  for (const payment of payments) {
    try {
      await tell(payment, news);
      told += 1;
    } catch (err) {
      if (isUndeliverable(err)) await giveUp(payment.id);
      const outlook = isUndeliverable(err) ? "no mail reaches them" : "it will be retried";
      log.error(
        { paymentId: payment.id, err },
        `the buyer of a returned payment was not notified; ${outlook}`,
      );
    }
  }
  return told;
}

async function tell(payment: Returning, news: News): Promise<void> {
  const { isGuest, locale, ...to } = buyerSchema.parse(payment.buyer);
  const id = `payment.${payment.id}.${news === "returned" ? "returned" : "return-failed"}.v1`;
  // Only the guest checkout writes to guests.
  if (!isGuest || guestsOfShop()) await sendOnce({ id, to, ...(await write(payment, news, locale)) });
  const isOver = news === "returnFailed";
  await db.payment.updateMany({
    where: { id: payment.id },
    data: isOver ? { buyer: Prisma.DbNull } : { toldAt: now() },
  });
}

/** Forgets an address that takes no mail. The operators' list shows the payment. */
async function giveUp(id: string): Promise<void> {
  await db.payment.updateMany({ where: { id }, data: { buyer: Prisma.DbNull } });
}

async function write(payment: Returning, news: News, locale: Buyer["locale"]) {
  // Loaded on demand: most requests send no mail.
  const { ActionMail } = await import("#emails/action-mail.tsx");
  const { language, direction, words, money } = wordingFor(locale);
  const shop = words("shop.name");
  const amount = money(amountOf(payment, news), payment.currency);
  const subject = words(`${news}.subject`, { amount });
  const body = createElement(ActionMail, {
    frame: {
      language,
      direction,
      title: subject,
      preheader: words(`${news}.preheader`),
      shop: { name: shop, url: env.STOREFRONT_URL },
      label: words("returned.label"),
      footer: [words("returned.footer", { shop })],
    },
    heading: words(`${news}.heading`),
    paragraphs: [words(`${news}.lead`, { amount }), words(`${news}.again`)],
    action: {
      label: words("returned.action"),
      url: `${env.STOREFRONT_URL}/cart`,
      fallback: words("action.fallback"),
    },
    closing: [words(`${news}.closing`)],
  });
  return { subject, body };
}

function amountOf({ amount, captured, refunded }: Returning, news: News): number {
  if (news === "returnFailed") return Number(captured - refunded);
  // A released authorization was never captured: all that was asked for is free again.
  return Number(refunded > 0 ? refunded : amount);
}
