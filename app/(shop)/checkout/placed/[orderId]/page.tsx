import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { type Order, orders } from "#lib/commerce/order/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { id } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { isGuestCheckout } from "#lib/storefront/checkout-steps.ts";
import { currentContext } from "#lib/storefront/current-context.ts";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { shownOrder } from "#lib/storefront/shown-order.ts";
import { KeepOrder } from "../../../../_components/account/keep-order.tsx";
import { Link } from "../../../../_components/link.tsx";
import { MissingPage } from "../../../../_components/missing-page.tsx";
import { OrderView } from "../../../../_components/order/order-view.tsx";
import { PlacedHeading } from "../../../../_components/order/placed-heading.tsx";

type Props = { params: Promise<{ orderId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ orderId }, t] = await Promise.all([params, getTranslations("shop.placed")]);
  if (!(await ownOrder(orderId))) return missingPageMetadata();
  return { title: t("metaTitle"), robots: { index: false, follow: false } };
}

/** The visitor's own order; null for somebody else's. */
const ownOrder = cache(async (orderId: string): Promise<Order | null> => {
  if (!id.safeParse(orderId).success) return null;
  try {
    return await perform(orders.get, await currentContext(), { id: orderId });
  } catch (error) {
    if (isDomainError(error, "not_found", "unauthenticated")) return null;
    throw error;
  }
});

/** The thank-you page with the number and the whole order. Reloading changes nothing. */
export default async function PlacedPage({ params }: Props) {
  const [{ orderId }, t] = await Promise.all([params, getTranslations("shop.placed")]);
  const placed = await ownOrder(orderId);
  if (!placed) return <MissingPage />;
  const shown = await shownOrder(placed);
  const { order } = shown;
  return (
    <>
      <OrderView shown={shown} heading={<PlacedHeading order={order} mailsLink={await isGuestCheckout()} />}>
        <KeepOrder order={order} here={`/checkout/placed/${order.id}`} />
      </OrderView>
      <Link href="/" className="button button-quiet no-print mt-12">
        {t("continue")}
      </Link>
    </>
  );
}
