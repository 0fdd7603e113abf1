export { listShippingMethods, type ShippingMethod } from "./list-shipping-methods.ts";
export { listShippingOffers, type ShippingOffer } from "./list-shipping-offers.ts";
