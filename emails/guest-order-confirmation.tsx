import { FindAgainPart } from "./_components/find-again-part.tsx";
import { OrderBody } from "./_components/order-body.tsx";
import type { GuestOrderMailProps } from "./_components/types.ts";

/** A guest's order confirmation. Its button is the only way back to the order that needs no typing. */
export function GuestOrderConfirmation({ findAgain, ...order }: GuestOrderMailProps) {
  return (
    <OrderBody {...order}>
      <FindAgainPart findAgain={findAgain} />
    </OrderBody>
  );
}
