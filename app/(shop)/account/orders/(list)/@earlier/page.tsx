import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { claims } from "#lib/guest-checkout/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { ConfirmAddress } from "../../../../../_components/account/confirm-address.tsx";
import { FoundEarlier } from "./found-earlier.tsx";
import { NothingEarlier } from "./nothing-earlier.tsx";

/** Next to the account's orders: guest orders with the account's address. */
export default async function EarlierOrders() {
  const ctx = await currentContext();
  if (ctx.actor.type !== "customer" || !takesGuests()) return null;
  const { email, emailVerified } = ctx.actor;
  if (!emailVerified) {
    return (
      <div className="mb-8">
        <ConfirmAddress email={email} />
      </div>
    );
  }
  const { length } = await perform(claims.list, ctx, {});
  return length === 0 ? <NothingEarlier email={email} /> : <FoundEarlier email={email} count={length} />;
}
