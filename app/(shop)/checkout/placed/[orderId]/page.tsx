import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { isCancellable } from "#lib/commerce/order/index.ts";
import { isGuestCheckout } from "#lib/storefront/checkout/checkout-steps.ts";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { heldOrder } from "#lib/storefront/order/held-order.ts";
import { placedPath } from "#lib/storefront/order/placed-path.ts";
import { shownOrder } from "#lib/storefront/order/shown-order.ts";
import { ForgetGuest } from "../../../../_components/account/forget-guest.tsx";
import { KeepOrder } from "../../../../_components/account/keep-order.tsx";
import { Link } from "../../../../_components/link.tsx";
import { MissingPage } from "../../../../_components/missing-page.tsx";
import { CancelButton } from "../../../../_components/order/cancel-button.tsx";
import { OrderView } from "../../../../_components/order/order-view.tsx";
import { PlacedHeading } from "../../../../_components/order/placed-heading.tsx";

type Props = { params: Promise<{ orderId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ orderId }, t] = await Promise.all([params, getTranslations("shop.placed")]);
  if (!(await heldOrder(orderId))) return missingPageMetadata();
  return { title: t("metaTitle"), robots: { index: false, follow: false } };
}

/** The thank-you page with the number and the whole order. Reloading changes nothing. */
export default async function PlacedPage({ params }: Props) {
  const [{ orderId }, t] = await Promise.all([params, getTranslations("shop.placed")]);
  const placed = await heldOrder(orderId);
  if (!placed) return <MissingPage />;
  const shown = await shownOrder(placed);
  const { order } = shown;
  const mailsLink = await isGuestCheckout();
  return (
    <>
      <OrderView shown={shown} heading={<PlacedHeading order={order} mailsLink={mailsLink} />}>
        <KeepOrder order={order} here={placedPath(order.id)} />
        {isCancellable(placed) && <CancelButton href={`${placedPath(order.id)}/cancel`} />}
      </OrderView>
      <Link href="/" className="button button-quiet no-print mt-12">
        {t("continue")}
      </Link>
      {mailsLink && order.email && <ForgetGuest />}
    </>
  );
}
