import { beforeEach, expect, test } from "vitest";
import { tellReturned } from "#lib/commerce/notifications/index.ts";
import { tendDuePayments, visitAttempt } from "#lib/commerce/order/index.ts";
import { db } from "#lib/platform/database/db.ts";
import { formatOf } from "#lib/platform/i18n/locale.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { atTheTill, goToPage, makeDue } from "#test/payment/checkout.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { openInbox } from "#test/support/inbox.ts";

const inbox = await openInbox();

const gateway = openGateway();
offer(gateway.provider);

beforeEach(() => {
  inbox.received.length = 0;
});

const mailsTo = (email: string) => inbox.received.filter(({ recipients }) => recipients.includes(email));

test("a guest whose payment has no order gets one mail with the amount, once all of it has been returned", async () => {
  const shopper = await atTheTill();
  gateway.overcharge(100);
  const id = await goToPage(shopper);
  gateway.overcharge(0);
  gateway.pay(id);
  gateway.failBy((call) => (call === "refund" ? "down" : "none"));
  await visitAttempt(shopper.ctx, { id });
  await tellReturned();
  expect(mailsTo(shopper.email)).toEqual([]);
  gateway.failBy(() => "none");
  await makeDue(shopper);
  await tendDuePayments();
  for (let times = 0; times < 3; times++) await tellReturned();
  const { amount, refunded, currency } = await db.payment.findUniqueOrThrow({ where: { id } });
  expect(refunded).toBe(amount + 100n);
  const [mail, ...more] = mailsTo(shopper.email);
  expect(more).toEqual([]);
  expect(mail?.parsed.text).toContain(formatMoney(Number(refunded), currency, formatOf("en-US")));
});
