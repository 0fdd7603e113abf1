export { type Buyer, buyerSchema } from "./buyer.ts";
export { changePayment } from "./change-payment.ts";
export { orderColumns } from "./columns.ts";
export { expireUnpaidOrders } from "./expire-unpaid.ts";
export { orderFields } from "./filter-fields.ts";
export { getOrder, type OrderName } from "./get-order.ts";
export { isGuestOrder, isInAccount, ofGuest } from "./guest-order.ts";
export { oldestKept as oldestIdempotencyRecord } from "./idempotency.ts";
export { listOrders } from "./list-orders.ts";
export { managePayment, type PaymentAction } from "./manage-payment.ts";
export { moveOrder } from "./move-order.ts";
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
export { isWhole, linesIn } from "./parcel.ts";
export { paymentFields } from "./payment-fields.ts";
export { loadPayments, type PaymentRecord, paymentIdsOf, searchPayments } from "./payment-records.ts";
export { paymentSteps } from "./payment-steps.ts";
export { paymentRecords } from "./payment-verbs.ts";
export { paymentsInTrouble, type Trouble, unreturned } from "./payments-in-trouble.ts";
export { type PlaceOrder, placeOrder } from "./place-order.ts";
export { loadOrder, loadOrders } from "./queries.ts";
export { receiveWebhook } from "./receive-webhook.ts";
export { refundOrder } from "./refund-order.ts";
export {
  addShipment,
  type Shipment,
  shipmentsOf,
  trackShipment,
} from "./shipments.ts";
export { cancel, changeShipment, complete, confirm } from "./steps.ts";
export { tendDuePayments, tendOrder } from "./tend-due.ts";
export { tendPayment } from "./tend-payment.ts";
export { payBy } from "./unpaid.ts";
export type { OrderStep } from "./update-order.ts";
export { orders } from "./verbs.ts";
export { type VisitedAttempt, visitAttempt } from "./visit-attempt.ts";
