import { v7 } from "uuid";
import type { Customer } from "../accounts.ts";
import type { Sellable } from "../catalogue/catalogue.ts";
import type { ChosenShipping } from "../shipping.ts";
import type { OrderSeed } from "./order-seed.ts";
import { type PricedOrder, priceOrder } from "./price-order.ts";

/** The rest of the seed, by name. */
export type Shop = {
  sellables: Map<string, Sellable>;
  shipping: Map<string, ChosenShipping>;
  discounts: Map<string, string>;
  customers: Map<string, Customer>;
};

/** An order with all the data for its rows. */
export type Draft = {
  seed: OrderSeed;
  customer: Customer;
  method: ChosenShipping;
  priced: PricedOrder;
  orderId: string;
  cartId: string;
  placedAt: Date;
  /** When the order last changed. */
  updatedAt: Date;
};

/** Looks up the names in `seed`, prices the order, and sets its times. */
export function draftOrder(shop: Shop, seed: OrderSeed, now: Date): Draft {
  const method = named(shop.shipping, seed.shipping);
  const goods = seed.lines.map(({ sku, quantity }) => ({ ...named(shop.sellables, sku), quantity }));
  const placedAt = hoursAfter(now, -seed.placedHoursAgo);
  return {
    seed,
    customer: named(shop.customers, seed.email),
    method,
    priced: priceOrder(goods, seed.coupon?.percent ?? 0, method.price),
    orderId: v7({ msecs: placedAt.getTime() }),
    cartId: v7({ msecs: hoursAfter(placedAt, -1).getTime() }),
    placedAt,
    updatedAt: hoursAfter(placedAt, seed.history.at(-1)?.afterHours ?? 0),
  };
}

export function hoursAfter(time: Date, hours: number): Date {
  return new Date(time.getTime() + hours * 3_600_000);
}

/** @throws Error if the seed refers to something that it does not create */
export function named<T>(map: Map<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`The seed names ${name} and does not make it`);
  return found;
}
