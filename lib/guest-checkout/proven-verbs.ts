import * as z from "zod";
import { acts } from "#lib/platform/limits/index.ts";
import { anybody, verb } from "#lib/platform/verb/index.ts";
import { cancelGuestOrder } from "./cancellation/cancel-guest-order.ts";
import { mailCancellationLink } from "./cancellation/mail-cancellation-link.ts";
import { eraseGuestData } from "./erasure/erase-guest-data.ts";
import { mailErasureLink } from "./erasure/mail-erasure-link.ts";
import { openProof } from "./mailed-proof.ts";

const orderLink = z.object({ token: z.string() });
const provenLink = orderLink.extend({ proof: z.string() });

/** How a guest cancels an order from a browser that did not place it. */
export const cancellations = {
  mailLink: verb(
    {
      name: "cancellation.mail-link",
      who: anybody,
      takes: orderLink,
      throws: ["guest_order_not_found", "order_not_cancellable", "bad_request", "unavailable"],
      limits: [acts.openMailedLink, acts.askForProof],
    },
    mailCancellationLink,
  ),
  open: verb(
    {
      name: "cancellation.open",
      who: anybody,
      takes: provenLink,
      throws: ["guest_order_not_found", "not_found"],
      limits: [acts.openMailedLink],
    },
    (ctx, link) => openProof(ctx, "cancellation", link),
  ),
  decide: verb(
    {
      name: "cancellation.decide",
      who: anybody,
      takes: provenLink,
      throws: ["guest_order_not_found", "not_found", "order_not_cancellable"],
      limits: [acts.openMailedLink],
    },
    cancelGuestOrder,
  ),
};

/** How guests erase their data: in the session that placed the order at once, elsewhere by a mailed link. */
export const erasures = {
  mailLink: verb(
    {
      name: "erasure.mail-link",
      who: anybody,
      takes: orderLink,
      throws: ["guest_order_not_found", "bad_request", "unavailable"],
      limits: [acts.openMailedLink, acts.askForProof],
    },
    mailErasureLink,
  ),
  open: verb(
    {
      name: "erasure.open",
      who: anybody,
      takes: provenLink,
      throws: ["guest_order_not_found", "not_found"],
      limits: [acts.openMailedLink],
    },
    (ctx, link) => openProof(ctx, "erasure", link),
  ),
  decide: verb(
    {
      name: "erasure.decide",
      who: anybody,
      takes: provenLink.partial({ proof: true }),
      throws: ["guest_order_not_found", "not_found", "order_in_progress", "bad_request"],
      limits: [acts.openMailedLink],
    },
    eraseGuestData,
  ),
};
