import { cancellations, erasures } from "#lib/guest-checkout/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { perform } from "#lib/platform/verb/index.ts";
import type { Sellable } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import type { Inbox } from "#test/support/inbox.ts";
import { mintLookupToken } from "../lookup-token.ts";

/** A guest's order, with the token of its link. */
export async function linkedOrder(variant: Sellable) {
  const bought = await buy({ variant });
  const token = await mintLookupToken({ linkSecret: env.GUEST_LINK_SECRET, orderId: bought.order.id });
  return { ...bought, token };
}

export type LinkedOrder = Awaited<ReturnType<typeof linkedOrder>>;

const acts = {
  cancellation: { mailLink: cancellations.mailLink, page: "cancel" },
  erasure: { mailLink: erasures.mailLink, page: "data/erase" },
} as const;

/** Asks for the mail that an order's link alone needs for an act, and reads the proof from the mailed link. */
export async function proofFor(
  act: keyof typeof acts,
  inbox: Inbox,
  { email, token }: Pick<LinkedOrder, "email" | "token">,
): Promise<string> {
  const { mailLink, page } = acts[act];
  await perform(mailLink, asNobody, { token });
  const { pathname } = await inbox.linkTo(email, `/order-status/${token}/${page}/`);
  return pathname.split("/").at(-1) ?? "";
}

/** The failure of a mailed link that opens nothing. */
export const deadLink = { code: "not_found", message: "Link not found" };
