import type { Metadata } from "next";
import { ownOrder } from "#lib/storefront/account/own-order.ts";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { cancelMetadata } from "#lib/storefront/order/cancel-metadata.ts";
import { MissingPage } from "../../../../../_components/missing-page.tsx";
import { CancelQuestion } from "../../../../../_components/order/cancel-question.tsx";
import { cancelOwnOrder } from "./cancel-own-order.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const order = await ownOrder(await params);
  return order ? cancelMetadata(order) : missingPageMetadata();
}

/** Asks before an order of the account is cancelled. */
export default async function CancelPage({ params }: Props) {
  const order = await ownOrder(await params);
  if (!order) return <MissingPage />;
  const { id } = order;
  return (
    <CancelQuestion order={order} back={`/account/orders/${id}`} action={cancelOwnOrder} fields={{ id }} />
  );
}
