export { isAlive } from "./alive.ts";
export type { Cart, CartLine, Change } from "./cart.ts";
export { cartSchema, isEmpty } from "./cart.ts";
export { cartToken, hashCartToken } from "./cart-token.ts";
export { changeCart } from "./change-cart.ts";
export { holdMinutes, lockStock, prepareCheckout } from "./checkout/prepare-checkout.ts";
export { type Addresses, setAddresses } from "./checkout/set-address.ts";
export { clearContact, setContact } from "./checkout/set-contact.ts";
export { setCountry } from "./checkout/set-country.ts";
export { setDetails } from "./checkout/set-details.ts";
export { clearShippingMethod, setShippingMethod } from "./checkout/set-shipping-method.ts";
export {
  type CartOrigin,
  cartColumns,
  deliveryColumns,
  longestNote,
  type Sums,
  saleColumns,
} from "./columns.ts";
export { type CartOwner, nowhere } from "./create-cart.ts";
export { cartFields } from "./filter-fields.ts";
export { type CartName, getCart } from "./get-cart.ts";
export { addLine } from "./lines/add-line.ts";
export { changeLine } from "./lines/change-line.ts";
export { copyLines } from "./lines/copy-lines.ts";
export { listCarts } from "./list-carts.ts";
export { type ListedChange, listedContact, listedCoupon } from "./listed-change.ts";
export { adoptCart, adoptCarts, type CartMode, lockCarts } from "./merging/adopt-carts.ts";
export type { MergeReport } from "./merging/merge-carts.ts";
export { transferCarts } from "./merging/transfer-carts.ts";
export { findRecentMerge, undoMerge } from "./merging/undo-merge.ts";
export { cartJson, loadCart } from "./queries.ts";
export { removeCarts, undecidedPayments } from "./remove-carts.ts";
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
  deliveryDraft,
  deliveryInput,
  languageInput,
  lineInput,
  linesInput,
  maxQuantity,
  quantityInput,
  shippingMethodInput,
} from "./schemas.ts";
export { setOwner } from "./set-owner.ts";
export { sharedFields } from "./shared-filter-fields.ts";
export { type Difference, differencesFrom, movedSinceShown, sumsOf } from "./shown.ts";
export { removeCoupon } from "./totals/coupons.ts";
export { checkLines, hasObstacles, obstacleOf, outOfStock } from "./totals/obstacles.ts";
export { repriceCart } from "./totals/reprice-cart.ts";
export { type PricedCart, type PricedLine, priceCart, shippingTaxOf, shownTotal } from "./totals/totals.ts";
export { openAt } from "./update-cart.ts";
export { carts } from "./verbs.ts";
