import { beforeEach } from "vitest";
import { openInbox } from "#test/support/inbox.ts";
import { notify } from "./checkout.ts";
import { openGateway } from "./gateway.ts";
import { offer } from "./offer.ts";

/** Offers a gateway that calls a webhook in the tests of a file, and opens the inbox for the mails that follow. */
export async function openNoticedGateway() {
  const inbox = await openInbox();
  const gateway = openGateway();
  offer(gateway.provider);
  gateway.provider.webhook = async (request) => [JSON.parse(await request.text())];
  beforeEach(() => {
    inbox.received.length = 0;
  });
  return {
    gateway,
    /** What the mail server refuses next. */
    plan: inbox.plan,
    mailsTo: (email: string) => inbox.received.filter(({ recipients }) => recipients.includes(email)),
    /** Sends the gateway's latest notice to the webhook. */
    sendNotice: () => notify(gateway.notices.at(-1)),
  };
}
