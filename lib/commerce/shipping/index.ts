export { type ArrivalDays, arrivalDays } from "./arrival-days.ts";
export {
  listShippingMethods,
  methodsJson,
  type ShippingMethod,
  shippingMethod,
} from "./list-shipping-methods.ts";
export type { ShippingOffer } from "./list-shipping-offers.ts";
export { shipping } from "./verbs.ts";
