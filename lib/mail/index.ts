export { type Mail, sendMail } from "./send-mail.ts";
export { sendOnce } from "./send-once.ts";
