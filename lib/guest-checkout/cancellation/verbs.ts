import * as z from "zod";
import { acts } from "#lib/platform/limits/index.ts";
import { anybody, verb } from "#lib/platform/verb/index.ts";
import { openProof } from "../mailed-proof.ts";
import { cancelGuestOrder } from "./cancel-guest-order.ts";
import { mailCancellationLink } from "./mail-cancellation-link.ts";

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
