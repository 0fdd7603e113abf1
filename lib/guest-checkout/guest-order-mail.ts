import { createElement } from "react";
import type { GuestOrderMailProps } from "#emails/_components/types.ts";
import { type OrderMail, orderMailProps, orderSubject } from "#lib/commerce/notifications/mails/index.ts";
import { numberOf } from "#lib/commerce/order/index.ts";
import { wordingFor } from "#lib/mail/index.ts";
import { env } from "#lib/platform/env.ts";

/**
 * The confirmation that a guest gets (seed 004, "Side effects"): the link opens the order without a password. A failure
 * never reaches the shopper: the order stands, the worker tries again, and meanwhile the order is found by address and
 * number.
 */
export const guestOrderMail: OrderMail = async (order, reader) => {
  // Loaded when it is needed: the web process knows of this handler and leaves it to the worker.
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
    id: `order.${order.id}.confirmation.v1`,
    to: reader.to,
    subject: orderSubject(order),
    body: createElement(GuestOrderConfirmation, props),
  };
};
