import { db } from "#lib/platform/database/db.ts";
import type { Sellable } from "./catalogue.ts";

/** Creates guests of 31 days without a session, each with a cart, a line and a declined payment. */
export async function makeOldGuests(
  count: number,
  { variantId }: Pick<Sellable, "variantId">,
): Promise<void> {
  const old = new Date(Date.now() - 31 * 86_400_000);
  await db.$executeRaw`
    with guests as (
      insert into "user" (id, name, email, is_anonymous, created_at, updated_at)
      select id, 'Anonymous', id || '@anonymous.placeholder.invalid', true, ${old}, ${old}
      from (select gen_random_uuid() as id from generate_series(1, ${count}::int)) ids returning id
    ), carts as (
      insert into cart (id, token_hash, user_id, currency, country, updated_at)
      select gen_random_uuid(), gen_random_uuid(), id, 'USD', 'US', ${old} from guests returning id
    ), lines as (
      insert into cart_line (id, cart_id, variant_id, quantity, unit_price)
      select gen_random_uuid(), id, ${variantId}::uuid, 1, 1000 from carts
    )
    insert into payment (id, cart_id, provider, method, state, amount, currency, updated_at)
    select gen_random_uuid(), id, 'demo-card', 'card_declines', 'declined', 1000, 'USD', now() from carts`;
}
