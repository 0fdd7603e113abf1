export { listShippingMethods, type ShippingMethod } from "./list-shipping-methods.ts";
