import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { DomainError, notFound } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { type FulfillmentStatus, type Order, type ShippedLine, shippedLine } from "../order.ts";
import type { OrderStep } from "../update-order.ts";
import { advance } from "./steps.ts";
import { trackingPage } from "./tracking-page.ts";

/** Without a URL, the parcel gets that of its carrier, if the carrier is known. */
export type Tracking = { carrier: string; trackingNumber: string; trackingUrl?: string | null };

type NewShipment = {
  /** Empty: the whole order. */
  lines: ShippedLine[];
  /** Null: shipped without tracking so far; the shopper then sees no parcel. */
  tracking: Tracking | null;
};

/** A shipped parcel. */
export type Shipment = {
  id: string;
  orderId: string;
  lines: ShippedLine[];
  tracking: Tracking | null;
  shippedAt: string;
};

// The columns are not nullable, so a shipment without tracking has these values.
const untracked = { carrier: "", trackingNumber: "" };

/**
 * Records a shipment. With the last lines, the order is fulfilled; one that is already stays so. @throws bad_request
 * for lines that the order lacks, or that were sent
 */
export function addShipment({ lines, tracking }: NewShipment): OrderStep {
  return async (ctx, order) => {
    const sent = lines.length > 0 ? lines : order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
    const before = await shipmentsOf(ctx, [order.id]);
    const reached = stageAfter(order, [...before.flatMap((shipment) => shipment.lines), ...sent]);
    // Whoever says first that all was sent may record the parcels afterwards.
    const isSent = order.fulfillmentStatus === "fulfilled";
    const progress = isSent ? {} : (advance(order, reached) ?? { changed: { shipmentState: "partial" } });
    const shipmentId = newId();
    await ctx.tx.shipment.createMany({
      data: [{ id: shipmentId, orderId: order.id, lines: sent, ...columnsOf(tracking) }],
    });
    return { ...progress, events: [{ type: "order.shipped", shipmentId }] };
  };
}

/** Adds tracking to a shipment. @throws not_found, bad_request if it has tracking already */
export function trackShipment(input: { shipmentId: string; tracking: Tracking }): OrderStep {
  return async (ctx, order) => {
    const shipment = (await shipmentsOf(ctx, [order.id])).find(({ id }) => id === input.shipmentId);
    if (!shipment) throw notFound("Delivery");
    if (shipment.tracking) {
      throw new DomainError("bad_request", "A delivery has one parcel. Add a delivery for another one.");
    }
    await ctx.tx.shipment.updateMany({ where: { id: shipment.id }, data: columnsOf(input.tracking) });
    return {};
  };
}

function columnsOf(tracking: Tracking | null) {
  if (!tracking) return untracked;
  const { carrier, trackingNumber, trackingUrl } = tracking;
  return { ...tracking, trackingUrl: trackingUrl ?? trackingPage(carrier, trackingNumber) };
}

const shipmentRow = z.object({
  id: z.string(),
  orderId: z.string(),
  lines: z.array(shippedLine),
  carrier: z.string(),
  trackingNumber: z.string(),
  trackingUrl: z.string().nullable(),
  shippedAt: z.date(),
});

/** The shipments of these orders, earliest first. */
export async function shipmentsOf(ctx: Context, orderIds: string[]): Promise<Shipment[]> {
  const statement = Prisma.sql`
    select id, order_id as "orderId", lines, carrier, tracking_number as "trackingNumber", tracking_url as "trackingUrl",
      shipped_at as "shippedAt"
    from shipment where order_id = any (${orderIds}::uuid[]) order by shipped_at, id`;
  const rows = await rowsOf(ctx, statement, shipmentRow);
  return rows.map(({ shippedAt, carrier, trackingNumber, trackingUrl, ...row }) => ({
    ...row,
    tracking: trackingNumber === "" ? null : { carrier, trackingNumber, trackingUrl },
    shippedAt: shippedAt.toISOString(),
  }));
}

/** @throws bad_request if more is shipped than was ordered */
function stageAfter(order: Order, sent: ShippedLine[]): FulfillmentStatus {
  const left = new Map(order.lines.map(({ id, quantity }) => [id, quantity]));
  for (const { lineId, quantity } of sent) {
    const rest = (left.get(lineId) ?? 0) - quantity;
    if (rest < 0) throw new DomainError("bad_request", `More of line ${lineId} is sent than was ordered.`);
    left.set(lineId, rest);
  }
  return [...left.values()].every((rest) => rest === 0) ? "fulfilled" : "partially_fulfilled";
}
