import { OrderBody } from "./_components/order-body.tsx";
import type { OrderMailProps } from "./_components/types.ts";

/** A customer's order confirmation. */
export function OrderConfirmation(props: OrderMailProps) {
  return <OrderBody {...props} />;
}
