export { expiredMail } from "./expired-mail.ts";
export type { OrderMail, OrderReader } from "./order-mail.ts";
export { orderMailId, orderMailProps, orderSubject } from "./order-mail-props.ts";
export { refundFailedMail } from "./refund-failed-mail.ts";
export { shippedMail } from "./shipped-mail.ts";
