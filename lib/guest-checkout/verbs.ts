import * as z from "zod";
import { acts } from "#lib/platform/limits/index.ts";
import { id } from "#lib/platform/text.ts";
import { anybody, customers, verb, visitors } from "#lib/platform/verb/index.ts";
import { broughtOrders, leaveBroughtOrders } from "./brought-orders.ts";
import { captureContact } from "./capture-contact.ts";
import { requestClaim } from "./claim/claim-link.ts";
import { claimOrders, openClaim } from "./claim/claim-orders.ts";
import { claimableOrders } from "./claim/claimable-orders.ts";
import { accountExists, accountOf, cartHandle, contactInput, ownCart } from "./core.ts";
import { exportGuestData } from "./guest-data.ts";
import { lookupOrder } from "./lookup-order.ts";
import { accountExistsInput, lookupInput } from "./schemas.ts";
import { trackOrder } from "./track-order.ts";

const mailedLink = z.object({ token: z.string() });

/** The operations of guests (specification). */
export const guests = {
  /** Without a session this is bad_request, as the specification requires. */
  captureContact: verb(
    {
      name: "guest.capture-contact",
      who: visitors,
      takes: z.object({ cart: cartHandle, contact: contactInput }),
      throws: ["bad_request", "payment_in_progress", "cart_changed", "session_changed"],
      limits: [acts.captureContact],
      about: ({ contact }) => contact,
      readsFirst: ({ cart, contact }) => [accountOf(contact), ownCart(cart)],
    },
    captureContact,
  ),
  accountExists: verb(
    {
      name: "guest.account-exists",
      who: anybody,
      takes: accountExistsInput,
      throws: ["too_many_requests", "unavailable"],
      limits: [acts.askAccountExists],
    },
    accountExists,
  ),
  lookUpOrder: verb(
    {
      name: "guest.look-up-order",
      who: anybody,
      takes: lookupInput,
      throws: ["guest_order_not_found"],
      limits: [acts.lookUpOrder],
    },
    lookupOrder,
  ),
  trackOrder: verb(
    {
      name: "guest.track-order",
      who: anybody,
      takes: mailedLink,
      throws: ["guest_order_not_found"],
      limits: [acts.openMailedLink],
    },
    trackOrder,
  ),
  exportData: verb(
    {
      name: "guest.export-data",
      who: anybody,
      takes: mailedLink,
      throws: ["guest_order_not_found"],
      limits: [acts.openMailedLink],
    },
    exportGuestData,
  ),
};

/** What came along with a sign-in that may not be the customer's own. */
export const brought = {
  list: verb(
    { name: "brought.list", who: customers, takes: z.object({}), throws: [], limits: { none: "only reads" } },
    (ctx) => broughtOrders(ctx),
  ),
  leave: verb(
    {
      name: "brought.leave",
      who: customers,
      takes: z.object({}),
      throws: [],
      limits: [acts.claimOrders],
    },
    (ctx) => leaveBroughtOrders(ctx),
  ),
};

/** How a customer claims orders placed as a guest in another browser. */
export const claims = {
  /** The orders that the account's proven address could claim. */
  list: verb(
    { name: "claim.list", who: customers, takes: z.object({}), throws: [], limits: { none: "only reads" } },
    (ctx) => claimableOrders(ctx),
  ),
  /** Mails the link. */
  request: verb(
    {
      name: "claim.request",
      who: customers,
      takes: z.object({}),
      throws: ["bad_request", "unavailable"],
      limits: [acts.askForMail],
    },
    (ctx) => requestClaim(ctx),
  ),
  /** The orders behind a link. Does not use it up. */
  open: verb(
    {
      name: "claim.open",
      who: customers,
      takes: mailedLink,
      throws: ["not_found"],
      limits: { none: "only reads, and the link is bound to the account" },
    },
    openClaim,
  ),
  decide: verb(
    {
      name: "claim.decide",
      who: customers,
      takes: mailedLink.extend({ mine: z.array(id), notMine: z.array(id) }),
      throws: ["not_found"],
      limits: [acts.claimOrders],
    },
    claimOrders,
  ),
};
