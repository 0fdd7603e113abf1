import { createElement } from "react";
import { sendOnce } from "#lib/mail/index.ts";
import { wordingFor } from "#lib/mail/mail-words.ts";
import { now } from "#lib/platform/clock.ts";
import { db } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";
import { guestsOfShop } from "./guests.ts";

const batchSize = 100;

/**
 * Mails the buyers of payments without an order, once the provider has returned the full amount. One mail per payment;
 * failures are retried by a later run. Returns the number of mails.
 */
export async function tellReturned(): Promise<number> {
  const returned = await db.payment.findMany({
    where: { goesBack: true, dueAt: null, toldAt: null },
    orderBy: { updatedAt: "asc" },
    take: batchSize,
    select: {
      id: true,
      amount: true,
      refunded: true,
      currency: true,
      cart: { select: { email: true, contactName: true, locale: true, user: true } },
    },
  });
  let told = 0;
  for (const payment of returned) {
    try {
      await tell(payment);
      told += 1;
    } catch (err) {
      log.error(
        { paymentId: payment.id, err },
        "the buyer of a returned payment was not notified; it will be retried",
      );
    }
  }
  return told;
}

type Returned = {
  id: string;
  amount: bigint;
  refunded: bigint;
  currency: string;
  cart: {
    email: string | null;
    contactName: string | null;
    locale: string | null;
    user: { isAnonymous: boolean; email: string; name: string } | null;
  };
};

async function tell(payment: Returned): Promise<void> {
  const to = buyerOf(payment.cart);
  if (to) await sendOnce({ id: `payment.${payment.id}.returned.v1`, to, ...(await write(payment)) });
  await db.payment.updateMany({ where: { id: payment.id }, data: { toldAt: now() } });
}

/** Null without a recipient: an anonymous user has no mailbox, and only the guest checkout writes to guests. */
function buyerOf({ email, contactName, user }: Returned["cart"]) {
  if (user && !user.isAnonymous) return { name: contactName ?? user.name, address: email ?? user.email };
  return email !== null && guestsOfShop() ? { name: contactName, address: email } : null;
}

async function write({ amount: asked, refunded, currency, cart }: Returned) {
  // Loaded on demand: most requests send no mail.
  const { AccountMail } = await import("#emails/account-mail.tsx");
  const { language, direction, words, money } = wordingFor(cart.locale);
  const shop = words("shop.name");
  // A released authorization was never captured: all that was asked for is free again.
  const amount = money(Number(refunded > 0 ? refunded : asked), currency);
  const subject = words("returned.subject", { amount });
  const body = createElement(AccountMail, {
    frame: {
      language,
      direction,
      title: subject,
      preheader: words("returned.preheader"),
      shop: { name: shop, url: env.STOREFRONT_URL },
      label: words("returned.label"),
      footer: [words("returned.footer", { shop })],
    },
    heading: words("returned.heading"),
    paragraphs: [words("returned.lead", { amount }), words("returned.again")],
    action: {
      label: words("returned.action"),
      url: `${env.STOREFRONT_URL}/cart`,
      fallback: words("action.fallback"),
    },
    closing: [words("returned.closing")],
  });
  return { subject, body };
}
