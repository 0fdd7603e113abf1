import type { Name } from "../http/name-in.ts";
import type { OrderAction, OrderDraft } from "./schemas.ts";
import { stepFor } from "./steps.ts";

/** The cart that a draft orders. */
export function cartIn({ cart, id }: Pick<OrderDraft, "cart" | "id">): Name {
  return cart?.key === undefined ? { id: cart?.id ?? id ?? "" } : { key: cart.key };
}

/** The order of a draft, and the steps to apply immediately. */
export function orderOf(draft: OrderDraft) {
  const { version, orderNumber, purchaseOrderNumber } = draft;
  return {
    cart: cartIn(draft),
    version,
    merchantNumber: orderNumber ?? undefined,
    purchaseOrderNumber: purchaseOrderNumber ?? undefined,
    steps: draftActions(draft).map(stepFor),
  };
}

function draftActions({ orderState, shipmentState, paymentState }: OrderDraft): OrderAction[] {
  const actions: (OrderAction | false)[] = [
    !!orderState && { action: "changeOrderState", orderState },
    !!shipmentState && { action: "changeShipmentState", shipmentState },
    !!paymentState && { action: "changePaymentState", paymentState },
  ];
  return actions.filter((action) => action !== false);
}
