import type { SmtpSink } from "#test/mail/smtp-sink.ts";
import { deliver } from "#test/support/deliver.ts";

/** Delivers an order's event and returns the lookup token from the resulting mail. */
export async function confirmByMail(sink: SmtpSink, orderId: string): Promise<string> {
  await deliver("order.placed", { orderId });
  const mail = sink.received.find(({ parsed }) => parsed.messageId?.startsWith(`<order.${orderId}.`));
  return mail?.parsed.text?.match(/\/order-status\/([\w-]+)/)?.[1] ?? "";
}
