/**
 * All that the module uses of the shop that it is part of, except for its tables (docs/adopt.md) and the store API
 * (routes.ts). Another shop replaces this file: the type checker names what does not fit. Each function says in its own
 * place what it promises.
 */

/** A guest has signed in to an account. */
export type { AnonymousAccountLinked } from "#lib/accounts/auth/index.ts";

/** The cart of a caller, and whose it is. */
export {
  adoptCarts,
  type Cart,
  type CartHandle,
  type Change,
  type ContactInput,
  cartHandle,
  cartToken,
  changeCart,
  contactInput,
  lockCarts,
  ownCart,
  saveUnseen,
  setContact,
} from "#lib/commerce/cart/index.ts";

/** Whether an address has an account. */
export { accountExists, accountOf } from "#lib/commerce/customer/index.ts";

export { moveDiscountUses } from "#lib/commerce/discount/index.ts";

/** A mail about an order, and its parts. */
export {
  type OrderMail,
  orderMailId,
  orderMailProps,
  orderSubject,
} from "#lib/commerce/notifications/mails/index.ts";

/** Orders, by any condition on their table. */
export {
  cancel,
  isCancellable,
  isInAccount,
  loadOrder,
  loadOrders,
  moveOrder,
  numberOf,
  type Order,
  ofGuest,
} from "#lib/commerce/order/index.ts";

/** What happens to personal data. */
export { deletedAddress, eraseGuest, handToGuest } from "#lib/commerce/privacy/index.ts";

/** An order's history, which is also what is published. */
export { recordEvents } from "#lib/events/index.ts";

export { sendAccountMail, sendProofLink, unsentMail, wordingFor } from "#lib/mail/index.ts";
