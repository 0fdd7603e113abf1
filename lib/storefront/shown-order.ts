import { clockOf, type Order, payBy } from "#lib/commerce/order/index.ts";
import { type OrderResponse, toOrderResponse } from "#lib/dialects/store-api/index.ts";
import { currentReader } from "#lib/platform/i18n/current-reader.ts";
import type { Clock } from "#lib/platform/i18n/days.ts";

/** An order as pages show it. Plain data, so that it may cross into the browser, which knows no setting of the shop. */
export type ShownOrder = {
  order: OrderResponse;
  clock: Clock;
  /** Until when its money has to be there (ISO 8601 UTC); null when none is awaited. */
  payBy: string | null;
};

/** In the language of whoever looks at it. */
export async function shownOrder(order: Order): Promise<ShownOrder> {
  const { language } = await currentReader();
  return { order: toOrderResponse(order), clock: clockOf(order, language), payBy: payBy(order) };
}
