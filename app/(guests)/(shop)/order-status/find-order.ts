"use server";

import { guests, lookupInput } from "#lib/guest-checkout/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentContext } from "#lib/storefront/current-context.ts";
import { type FormState, submitForm } from "#lib/storefront/form-action.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { type ShownOrder, shownOrder } from "#lib/storefront/shown-order.ts";

export type FoundOrder = FormState & { found?: ShownOrder };

/** Finds an order by number and e-mail address. It is returned in the answer, so that neither appears in a URL. */
export async function findOrder(_previous: FoundOrder | null, form: FormData): Promise<FoundOrder | null> {
  requireGuests();
  let found: ShownOrder | undefined;
  const state = await submitForm(form, lookupInput, async (input) => {
    found = await shownOrder(await perform(guests.lookUpOrder, await currentContext(), input));
  });
  return found ? { ...state, found } : state;
}
