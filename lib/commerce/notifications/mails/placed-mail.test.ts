import { expect, test } from "vitest";
import { renderMail } from "#lib/mail/send-mail.ts";
import { newId } from "#lib/platform/ids.ts";
import { linksOf } from "#test/mail/read-html.ts";
import { sampleOrder } from "#test/mail/sample-order.ts";
import { placedMail } from "./placed-mail.ts";

test("a customer's mail links to the order in the account, not to a guest link", async () => {
  const order = sampleOrder({ anonymousId: null });
  const url = `http://localhost:3000/account/orders/${order.id}`;
  const to = { name: "Ada Merrow", address: "ada@example.com" };
  const event = { id: newId(), type: "order.placed", orderId: order.id } as const;
  const mail = await placedMail(order, { audience: "account", to, url }, event);
  if (!mail) throw new Error("No mail was written");
  const { html, text } = await renderMail(mail);
  expect(mail).toMatchObject({
    id: `order.${order.id}.placed.v1`,
    to: { name: "Ada Merrow", address: "ada@example.com" },
    subject: "Your order SC-7K2M9QXA is in",
  });
  expect(linksOf(html)).toEqual(["http://localhost:3000", url, url]);
  expect(text).toContain(`View your order ${url}`);
  expect(text).toContain("Thank you, Ada Merrow. Your order is in.");
  expect(text).toContain("Total $154.69");
  expect(`${html}${text}`).not.toMatch(/order-status|no account needed|without a password/i);
});
