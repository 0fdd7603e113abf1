export { sendAccountMail, sendProofLink } from "./account-mail.ts";
export { wordingFor } from "./mail-words.ts";
export { type Mailer, mailer } from "./mailer.ts";
export { sendOnce } from "./send-once.ts";
export { smtpMailer } from "./smtp.ts";
export { isUndeliverable } from "./undeliverable-mail.ts";
export { isRefusedMail, isUnsentMail, unsentMail } from "./unsent-mail.ts";
