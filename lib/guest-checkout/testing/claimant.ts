import type { ContextOf } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import type { Inbox } from "#test/support/inbox.ts";
import { type Session, signUp } from "#test/support/sessions.ts";
import { requestClaim } from "../claim/claim-link.ts";

export type Claimant = { session: Session; email: string; ctx: ContextOf<"customer"> };

/** An account with a verified mailbox. */
export async function makeClaimant(email?: string, emailVerified = true): Promise<Claimant> {
  const account = await signUp(email);
  await db.user.update({ where: { id: account.userId }, data: { emailVerified } });
  const { userId } = account;
  const actor = { type: "customer", userId, email: account.email, name: "Cora", emailVerified } as const;
  return { session: account, email: account.email, ctx: { actor } };
}

/** Guest orders with this address, each on its own device, oldest first. */
export async function ordersOfGuests(email: string, count: number) {
  const variant = await makeVariant();
  const orders: Awaited<ReturnType<typeof buy>>[] = [];
  for (let index = 0; index < count; index++) orders.push(await buy({ variant, email }));
  return orders;
}

/** Requests a link and reads the token from the mail. */
export async function claimToken(inbox: Inbox, { ctx, email }: Claimant): Promise<string> {
  await requestClaim(ctx);
  return (await inbox.linkTo(email, "/account/claim/")).pathname.split("/").at(-1) ?? "";
}
