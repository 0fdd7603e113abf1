import { randomInt } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 8;

/** "SC-" and eight random Crockford base-32 characters, which do not reveal the number of orders. */
export function newOrderNumber(): string {
  return `SC-${Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("")}`;
}

/** The number that people see: the merchant's if set. Either one finds the order. */
export function numberOf(order: { orderNumber: string; merchantNumber: string | null }): string {
  return order.merchantNumber ?? order.orderNumber;
}
