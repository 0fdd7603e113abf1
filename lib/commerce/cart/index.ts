export { addLine } from "./add-line.ts";
export { adoptCart, adoptCarts, type CartMode, lockCarts } from "./adopt-carts.ts";
export { isAlive } from "./alive.ts";
export type { Cart, CartLine, Change } from "./cart.ts";
export { cartSchema, isEmpty } from "./cart.ts";
export { cartToken, hashCartToken } from "./cart-token.ts";
export { changeCart } from "./change-cart.ts";
export { changeLine } from "./change-line.ts";
export {
  type CartOrigin,
  cartColumns,
  deliveryColumns,
  longestNote,
  type Sums,
  saleColumns,
} from "./columns.ts";
export { removeCoupon } from "./coupons.ts";
export { type CartOwner, nowhere } from "./create-cart.ts";
export { cartFields } from "./filter-fields.ts";
export { type CartName, getCart } from "./get-cart.ts";
export { listCarts } from "./list-carts.ts";
export { type ListedChange, listedContact, listedCoupon } from "./listed-change.ts";
export type { MergeReport } from "./merge-carts.ts";
export { checkLines, hasObstacles, obstacleOf, outOfStock } from "./obstacles.ts";
export { holdMinutes, lockStock, prepareCheckout } from "./prepare-checkout.ts";
export { cartJson, loadCart } from "./queries.ts";
export { removeCarts, undecidedPayments } from "./remove-carts.ts";
export { repriceCart } from "./reprice-cart.ts";
export { findCart, ownCart } from "./resolve-cart.ts";
export { saveCart, saveUnseen } from "./save-cart.ts";
export {
  addressInput,
  type CartHandle,
  type ContactInput,
  cartAddressInput,
  cartHandle,
  contactInput,
  couponInput,
  deliveryInput,
  languageInput,
  lineInput,
  linesInput,
  maxQuantity,
  quantityInput,
  shippingMethodInput,
} from "./schemas.ts";
export { type Addresses, setAddresses } from "./set-address.ts";
export { clearContact, setContact } from "./set-contact.ts";
export { setCountry } from "./set-country.ts";
export { setDetails } from "./set-details.ts";
export { setOwner } from "./set-owner.ts";
export { clearShippingMethod, setShippingMethod } from "./set-shipping-method.ts";
export { sharedFields } from "./shared-filter-fields.ts";
export { type Difference, differencesFrom, movedSinceShown, sumsOf } from "./shown.ts";
export { type PricedCart, type PricedLine, priceCart, shippingTaxOf, shownTotal } from "./totals.ts";
export { transferCarts } from "./transfer-carts.ts";
export { findRecentMerge, undoMerge } from "./undo-merge.ts";
export { openAt } from "./update-cart.ts";
export { carts } from "./verbs.ts";
