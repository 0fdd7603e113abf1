export { expectedArrival } from "./expected-arrival.ts";
export { type Guests, guestsPart, takesGuests } from "./guests.ts";
export { orderMail } from "./order-mail.ts";
export { forgetBuyers, tellReturned } from "./tell-returned.ts";
