import * as z from "zod";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { type Act, acts } from "#lib/platform/limits/index.ts";
import type { Change } from "./cart.ts";
import { setContact } from "./checkout/set-contact.ts";
import type { ContactInput, CouponInput } from "./schemas.ts";
import { applyCoupon } from "./totals/coupons.ts";

/** One of several requested changes, with its limits besides those of a cart change. */
export type ListedChange = {
  does: Change;
  counts?: readonly Act[];
  /** The contact that it sets. */
  about?: { email: string };
  /** Set if it writes more than the cart, and therefore needs a transaction. */
  writesMore?: true;
};

export const listedChanges = z.custom<readonly ListedChange[]>();

/** A coupon code to enter, counted like one that is entered alone. */
export function listedCoupon(coupon: CouponInput): ListedChange {
  return { does: (ctx, cart) => applyCoupon(ctx, cart, coupon), counts: [acts.enterCoupon] };
}

/** A contact to set, counted like one that is captured alone. */
export function listedContact(contact: ContactInput): ListedChange {
  return {
    does: (ctx, cart) => setContact(ctx, cart, contact),
    counts: [acts.captureContact],
    about: contact,
  };
}

type Listed = { changes: readonly ListedChange[] };

/** The limits of the list: every coupon counts; of several contacts the last one counts. */
export function actsOf({ changes }: Listed): readonly Act[] {
  const given = lastContact(changes);
  return changes.flatMap((change) => (change.about && change !== given ? [] : (change.counts ?? [])));
}

/** The contact that the list leads to: the last one that it sets. */
export function contactIn({ changes }: Listed): { email: string } | undefined {
  return lastContact(changes)?.about;
}

function lastContact(changes: readonly ListedChange[]): ListedChange | undefined {
  return changes.findLast(({ about }) => about !== undefined);
}

/** Runs `work`, in a transaction if one of the changes needs it. */
export function withListed<T>(
  ctx: Context,
  changes: readonly ListedChange[],
  work: (ctx: Context, changes: readonly Change[]) => Promise<T>,
): Promise<T> {
  const all = changes.map(({ does }) => does);
  const isMore = changes.some(({ writesMore }) => writesMore);
  return isMore ? inTransaction(ctx, (inside) => work(inside, all)) : work(ctx, all);
}
