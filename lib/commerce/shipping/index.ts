export { listShippingMethods, type ShippingMethod, shippingMethod } from "./list-shipping-methods.ts";
export { listShippingOffers, type ShippingOffer } from "./list-shipping-offers.ts";
