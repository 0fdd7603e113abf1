import { createElement } from "react";
import type { GuestOrderMailProps } from "#emails/_components/types.ts";
import { env } from "#lib/env.ts";
import { type Mail, orderMailProps, orderSubject, words } from "#lib/mail/index.ts";
import { numberOf, type Order } from "#lib/order/index.ts";

/** The confirmation that a guest gets at `address`. `statusUrl` opens the order without a password. */
export async function guestOrderMail(order: Order, address: string, statusUrl: string): Promise<Mail> {
  // Loaded when it is needed: the web process knows of this handler and leaves it to the worker.
  const { GuestOrderConfirmation } = await import("#emails/guest-order-confirmation.tsx");
  const props: GuestOrderMailProps = {
    ...orderMailProps(order, { audience: "guest", name: order.contactName, url: statusUrl }),
    findAgain: {
      title: words("findAgain.title"),
      text: words("findAgain.text"),
      lookup: words("findAgain.lookup", { orderNumber: numberOf(order) }),
      lookupUrl: `${env.STOREFRONT_URL}/order-status`,
    },
  };
  return {
    id: `order.${order.id}.confirmation.v1`,
    to: { name: order.contactName, address },
    subject: orderSubject(order),
    body: createElement(GuestOrderConfirmation, props),
  };
}
