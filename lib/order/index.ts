export { cancelOrder } from "./cancel-order.ts";
export { orderFields } from "./filter-fields.ts";
export { getOrder } from "./get-order.ts";
export { listOrders } from "./list-orders.ts";
export { isCancellable, type Order, type OrderLine } from "./order.ts";
export { normalizeOrderNumber } from "./order-number.ts";
export { type Placed, type PlaceOrder, placeOrder } from "./place-order.ts";
export { loadOrder, loadOrders } from "./queries.ts";
