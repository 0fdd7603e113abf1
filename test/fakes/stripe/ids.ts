import { randomBytes } from "node:crypto";

/** An id in Stripe's format */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString("hex")}`;
}
