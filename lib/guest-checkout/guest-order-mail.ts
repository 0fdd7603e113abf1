import { createElement } from "react";
import type { GuestOrderMailProps } from "#emails/_components/types.ts";
import { env } from "#lib/platform/env.ts";
import { numberOf, type OrderMail, orderMailId, orderMailProps, orderSubject, wordingFor } from "./core.ts";

/**
 * A guest's confirmation (specification, "Side effects"), with a link that opens the order without a password. A
 * failure never affects the shopper: the order stands, the worker retries, and meanwhile the order is found by address
 * and number.
 */
export const guestOrderMail: OrderMail = async (order, reader) => {
  // Loaded on demand: only the worker runs this handler.
  const { GuestOrderConfirmation } = await import("#emails/guest-order-confirmation.tsx");
  const { words } = wordingFor(order.locale);
  const props: GuestOrderMailProps = {
    ...orderMailProps(order, reader),
    findAgain: {
      title: words("findAgain.title"),
      text: words("findAgain.text"),
      lookup: words("findAgain.lookup", { orderNumber: numberOf(order) }),
      lookupUrl: `${env.STOREFRONT_URL}/order-status`,
    },
  };
  return {
    id: orderMailId(order, "confirmation"),
    to: reader.to,
    subject: orderSubject(order),
    body: createElement(GuestOrderConfirmation, props),
  };
};
