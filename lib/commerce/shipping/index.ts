export { type ArrivalDays, arrivalDays } from "./arrival-days.ts";
export type { Markets } from "./list-markets.ts";
export {
  listShippingMethods,
  methodsJson,
  type ShippingMethod,
  shippingMethod,
} from "./list-shipping-methods.ts";
export type { ShippingOffer } from "./list-shipping-offers.ts";
export {
  type FullShippingMethod,
  findShippingMethod,
  matchingShippingMethods,
  searchShippingMethods,
  shippingMethodFields,
} from "./search-shipping-methods.ts";
export { shipping } from "./verbs.ts";
