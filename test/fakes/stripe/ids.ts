import { randomBytes } from "node:crypto";

/** An id in Stripe's format: newId("pi") → "pi_3f9c…". */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString("hex")}`;
}
