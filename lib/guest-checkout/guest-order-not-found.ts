import { DomainError } from "#lib/platform/errors.ts";
import type { Order } from "./core.ts";

/**
 * The order, or the same error for every miss, which does not say what was wrong (specification, "Neutral 404 on
 * tracking").
 */
export function orNotFound(order: Order | null): Order {
  if (order) return order;
  throw new DomainError("guest_order_not_found", "We could not find an order with these details");
}
