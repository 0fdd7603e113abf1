import { randomInt } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 8;

/** "SC-" and eight random Crockford base-32 characters: says nothing of how many orders there are. */
export function newOrderNumber(): string {
  return `SC-${Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("")}`;
}

/** The number that people are told: the merchant's own where there is one. Either finds the order. */
export function numberOf(order: { orderNumber: string; merchantNumber: string | null }): string {
  return order.merchantNumber ?? order.orderNumber;
}
