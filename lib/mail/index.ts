export { sendAccountMail } from "./account-mail.ts";
export { expiredMail } from "./expired-mail.ts";
export { words } from "./mail-words.ts";
export type { OrderMail, OrderReader } from "./order-mail.ts";
export { orderMailProps, orderSubject } from "./order-mail-props.ts";
export { type Mail, sendMail } from "./send-mail.ts";
export { sendOnce } from "./send-once.ts";
export { shippedMail } from "./shipped-mail.ts";
