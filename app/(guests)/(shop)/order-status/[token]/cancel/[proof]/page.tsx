import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import type { Order } from "#lib/commerce/order/index.ts";
import { cancellations } from "#lib/guest-checkout/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { answerWith } from "#lib/platform/http/reached.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { cancelMetadata } from "#lib/storefront/order/cancel-metadata.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { DeadEnd } from "../../../../../../_components/dead-end.tsx";
import { Icon } from "../../../../../../_components/icon.tsx";
import { Link } from "../../../../../../_components/link.tsx";
import { CancelQuestion } from "../../../../../../_components/order/cancel-question.tsx";
import { orderBehind } from "../../order-behind.ts";
import { cancelGuestOrder } from "./cancel-guest-order.ts";

type Props = { params: Promise<{ token: string; proof: string }> };

/** The order that the mailed link cancels; null if the link is used up, too old, or cut short. */
const opened = cache(async (token: string, proof: string): Promise<Order | null> => {
  const order = await orderBehind({ token });
  if (order.status === "cancelled") return order;
  try {
    return await perform(cancellations.open, await currentContext(), { token, proof });
  } catch (error) {
    if (isDomainError(error, "not_found")) return null;
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ token, proof }, t] = await Promise.all([params, getTranslations("account.order")]);
  const order = await opened(token, proof);
  return order ? cancelMetadata(order) : { title: t("deadTitle"), robots: { index: false, follow: false } };
}

/** Asks before the order is cancelled by the mailed link. Opening it changes nothing: mail programs open links, too. */
export default async function CancelByMailPage({ params }: Props) {
  const { token, proof } = await params;
  const [order, t] = await Promise.all([opened(token, proof), getTranslations("account.order")]);
  const back = `/order-status/${encodeURIComponent(token)}`;
  if (order) {
    return <CancelQuestion order={order} back={back} action={cancelGuestOrder} fields={{ token, proof }} />;
  }
  answerWith(404);
  return (
    <DeadEnd mark={<Icon name="warning" className="size-9" />} title={t("deadTitle")} lead={t("deadLead")}>
      <Link href={`${back}/cancel`} className="button">
        {t("askAgain")}
      </Link>
    </DeadEnd>
  );
}
