import * as z from "zod";
import { acts } from "#lib/platform/limits/index.ts";
import { anybody, verb } from "#lib/platform/verb/index.ts";
import { openProof } from "../mailed-proof.ts";
import { eraseGuestData } from "./erase-guest-data.ts";
import { mailErasureLink } from "./mail-erasure-link.ts";

const orderLink = z.object({ token: z.string() });
const provenLink = orderLink.extend({ proof: z.string() });

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
