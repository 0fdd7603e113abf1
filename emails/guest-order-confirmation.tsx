import { FindAgainPart } from "./_components/find-again-part.tsx";
import { OrderBody } from "./_components/order-body.tsx";
import type { GuestOrderMailProps } from "./_components/types.ts";

/** The one mail a guest gets about an order: its button is the only way back that needs nothing typed. */
export function GuestOrderConfirmation({ findAgain, ...order }: GuestOrderMailProps) {
  return (
    <OrderBody {...order}>
      <FindAgainPart findAgain={findAgain} />
    </OrderBody>
  );
}
