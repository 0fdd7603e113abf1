"use server";

import { lookupInput, lookupOrder } from "#lib/guest-checkout/index.ts";
import type { Clock } from "#lib/i18n/days.ts";
import { acts } from "#lib/limits/index.ts";
import { clockOf } from "#lib/order/index.ts";
import { type OrderResponse, toOrderResponse } from "#lib/store-api/index.ts";
import { currentContext } from "#lib/storefront/current-context.ts";
import { type FormState, submitForm } from "#lib/storefront/form-action.ts";
import { requireModule } from "#lib/storefront/require-module.ts";

export type FoundOrder = FormState & { found?: { order: OrderResponse; clock: Clock } };

/** Finds an order by its number and address. It comes back in the answer, so that neither gets into an address bar. */
export async function findOrder(_previous: FoundOrder | null, form: FormData): Promise<FoundOrder | null> {
  requireModule("guest-checkout");
  let found: NonNullable<FoundOrder["found"]> | undefined;
  const state = await submitForm(form, [acts.lookUpOrder], lookupInput, async (input) => {
    const order = await lookupOrder(await currentContext(), input);
    found = { order: toOrderResponse(order), clock: clockOf(order) };
  });
  return found ? { ...state, found } : state;
}
