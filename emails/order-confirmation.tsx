import { OrderBody } from "./_components/order-body.tsx";
import type { OrderMailProps } from "./_components/types.ts";

/** The mail an account's owner gets when an order has come in. */
export function OrderConfirmation(props: OrderMailProps) {
  return <OrderBody {...props} />;
}
