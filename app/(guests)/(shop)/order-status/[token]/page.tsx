import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { isCancellable } from "#lib/commerce/order/index.ts";
import { guests } from "#lib/guest-checkout/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import {
  accountStatus,
  type StatusParams,
  statusOf,
  titleAfter,
} from "#lib/storefront/account/status-words.ts";
import { failureWords } from "#lib/storefront/forms/failure-words.ts";
import { inLanguageOf } from "#lib/storefront/order/in-language-of.ts";
import { shownOrder } from "#lib/storefront/order/shown-order.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { KeepOrder } from "../../../../_components/account/keep-order.tsx";
import { StatusNotice } from "../../../../_components/account/status-notice.tsx";
import { CancelButton } from "../../../../_components/order/cancel-button.tsx";
import { OrderHeading } from "../../../../_components/order/order-heading.tsx";
import { OrderView } from "../../../../_components/order/order-view.tsx";
import { DataLink } from "./data/data-link.tsx";
import { DeadLink } from "./dead-link.tsx";
import { TryLater } from "./try-later.tsx";

type Props = { params: Promise<{ token: string }>; searchParams: StatusParams };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ token }, t, tracking] = await Promise.all([
    params,
    getTranslations("shop.order"),
    getTranslations("shop.tracking"),
  ]);
  const opened = await openLink(token);
  const shown = opened?.shown;
  const title = shown
    ? await titleAfter(statusOf(shown.order, searchParams), t("title", { number: shown.order.number }))
    : tracking(opened ? "limitedTitle" : "notFoundTitle");
  return { title, robots: { index: false, follow: false } };
}

/** The order behind a mailed link, or a message why it cannot be shown now; null for an invalid link. */
const openLink = cache(async (token: string) => {
  requireGuests();
  try {
    const order = await perform(guests.trackOrder, await currentContext(), { token });
    await inLanguageOf(order, pathTo(token));
    return { shown: await shownOrder(order) };
  } catch (error) {
    if (isDomainError(error, "guest_order_not_found")) return null;
    if (isDomainError(error, "too_many_requests")) return { words: await failureWords(error) };
    throw error;
  }
});

function pathTo(token: string): string {
  return `/order-status/${encodeURIComponent(token)}`;
}

/** Order tracking by link: anybody with the link sees the order, on any device. */
export default async function OrderByLinkPage({ params, searchParams }: Props) {
  const { token } = await params;
  const opened = await openLink(token);
  if (!opened) return <DeadLink />;
  const { shown, words } = opened;
  const here = pathTo(token);
  if (!shown) return <TryLater words={words} here={here} />;
  return (
    <>
      <StatusNotice status={await accountStatus(statusOf(shown.order, searchParams))} />
      <OrderView shown={shown} heading={<OrderHeading order={shown.order} clock={shown.clock} />}>
        <KeepOrder order={shown.order} here={here} />
        {isCancellable(shown.order) && <CancelButton href={`${here}/cancel`} />}
      </OrderView>
      <DataLink orderPath={here} />
    </>
  );
}
