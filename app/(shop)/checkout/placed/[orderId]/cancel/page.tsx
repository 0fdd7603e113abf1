import type { Metadata } from "next";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { cancelMetadata } from "#lib/storefront/order/cancel-metadata.ts";
import { heldOrder } from "#lib/storefront/order/held-order.ts";
import { placedPath } from "#lib/storefront/order/placed-path.ts";
import { MissingPage } from "../../../../../_components/missing-page.tsx";
import { CancelQuestion } from "../../../../../_components/order/cancel-question.tsx";
import { cancelPlacedOrder } from "./cancel-placed-order.ts";

type Props = { params: Promise<{ orderId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const order = await heldOrder((await params).orderId);
  return order ? cancelMetadata(order) : missingPageMetadata();
}

/** Asks before an order is cancelled in the browser that placed it. */
export default async function CancelPlacedPage({ params }: Props) {
  const order = await heldOrder((await params).orderId);
  if (!order) return <MissingPage />;
  const { id } = order;
  return <CancelQuestion order={order} back={placedPath(id)} action={cancelPlacedOrder} fields={{ id }} />;
}
