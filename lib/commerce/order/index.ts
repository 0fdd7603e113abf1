export { orderColumns } from "./columns.ts";
export { orderFields } from "./filter-fields.ts";
export { getOrder, type OrderName } from "./get-order.ts";
export { isGuestOrder, isInAccount, ofGuest } from "./guest-order.ts";
export { expireUnpaidOrders } from "./lifecycle/expire-unpaid.ts";
export { moveOrder } from "./lifecycle/move-order.ts";
export { isWhole, linesIn } from "./lifecycle/parcel.ts";
export { payBy } from "./lifecycle/pay-by.ts";
export {
  addShipment,
  type Shipment,
  shipmentsOf,
  trackShipment,
} from "./lifecycle/shipments.ts";
export { cancel, changeShipment, complete, confirm } from "./lifecycle/steps.ts";
export { listOrders } from "./list-orders.ts";
export {
  isCancellable,
  type Order,
  type OrderLine,
  type OrderStatus,
  type PaymentStatus,
  type ShipmentState,
} from "./order.ts";
export { clockOf } from "./order-clock.ts";
export { numberOf } from "./order-number.ts";
export { ordersOfCarts } from "./orders-of-carts.ts";
export { changePayment } from "./payment/change-payment.ts";
export { managePayment, type PaymentAction } from "./payment/manage-payment.ts";
export { paymentFields } from "./payment/payment-fields.ts";
export { loadPayments, type PaymentRecord, paymentIdsOf, searchPayments } from "./payment/payment-records.ts";
export { paymentSteps } from "./payment/payment-steps.ts";
export { paymentRecords } from "./payment/payment-verbs.ts";
export { paymentsInTrouble, type Trouble, unreturned } from "./payment/payments-in-trouble.ts";
export { receiveWebhook } from "./payment/receive-webhook.ts";
export { tendDuePayments, tendOrder } from "./payment/tend-due.ts";
export { tendPayment } from "./payment/tend-payment.ts";
export { type Transaction, transactionsOf } from "./payment/transactions.ts";
export { type VisitedAttempt, visitAttempt } from "./payment/visit-attempt.ts";
export { type Buyer, buyerSchema } from "./placing/buyer.ts";
export { oldestKept as oldestIdempotencyRecord } from "./placing/idempotency.ts";
export { type PlaceOrder, placeOrder } from "./placing/place-order.ts";
export { loadOrder, loadOrders } from "./queries.ts";
export type { OrderStep } from "./update-order.ts";
export { orders } from "./verbs.ts";
