import { isWhole, linesIn, type Order } from "#lib/commerce/order/index.ts";

/** What is in a parcel, if that is not the whole order. */
export function parcelContents(order: Pick<Order, "lines">, sent: Order["shipments"][number]["lines"]) {
  if (isWhole(order, sent)) return [];
  return linesIn(order, sent).map(({ id, name, variantTitle, quantity }) => ({
    id,
    name,
    variantTitle,
    quantity,
  }));
}
