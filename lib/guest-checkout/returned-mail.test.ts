import { afterAll, beforeEach, expect, test } from "vitest";
import { startSmtpSink } from "#test/mail/smtp-sink.ts";

const sink = await startSmtpSink();
// The configuration is read on the first import that needs it.
process.env.SMTP_URL = `smtp://127.0.0.1:${sink.port}`;
const { db } = await import("#lib/platform/db.ts");
const { tellReturned } = await import("#lib/commerce/notifications/index.ts");
const { tendDuePayments, visitAttempt } = await import("#lib/commerce/order/index.ts");
const { formatMoney } = await import("#lib/platform/money.ts");
const { formatOf } = await import("#lib/platform/i18n/locale.ts");
const { atTheTill, goToPage, makeDue } = await import("#test/payment/checkout.ts");
const { openGateway } = await import("#test/payment/gateway.ts");
const { offer } = await import("#test/payment/offer.ts");
await import("#lib/shop.ts");

const gateway = openGateway();
offer(gateway.provider);

beforeEach(() => {
  sink.received.length = 0;
});
afterAll(() => sink.stop());

const mailsTo = (email: string) => sink.received.filter(({ recipients }) => recipients.includes(email));

test("a guest whose payment has no order gets one mail with the amount, once all of it has been returned", async () => {
  const shopper = await atTheTill();
  gateway.overcharge(100);
  const id = await goToPage(shopper);
  gateway.overcharge(0);
  gateway.pay(id);
  gateway.befall((call) => (call === "refund" ? "down" : "none"));
  await visitAttempt(shopper.ctx, { id });
  await tellReturned();
  expect(mailsTo(shopper.email)).toEqual([]);
  gateway.befall(() => "none");
  await makeDue(shopper);
  await tendDuePayments();
  for (let times = 0; times < 3; times++) await tellReturned();
  const { amount, refunded, currency } = await db.payment.findUniqueOrThrow({ where: { id } });
  expect(refunded).toBe(amount + 100n);
  const [mail, ...more] = mailsTo(shopper.email);
  expect(more).toEqual([]);
  expect(mail?.parsed.text).toContain(formatMoney(Number(refunded), currency, formatOf("en-US")));
});
