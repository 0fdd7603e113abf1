import type { Cart } from "#lib/commerce/cart/index.ts";
import { currentContext } from "#lib/storefront/current-context.ts";

/** The contact, as the folded section shows it. */
export async function GivenContact({ cart }: { cart: Cart }) {
  const { actor } = await currentContext();
  const email = cart.email ?? (actor.type === "customer" ? actor.email : null);
  return (
    <p>
      <bdi>{email}</bdi>
    </p>
  );
}
