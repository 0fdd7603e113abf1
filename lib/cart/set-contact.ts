import type { Context } from "#lib/context.ts";
import type { Cart } from "./cart.ts";
import type { ContactInput } from "./schemas.ts";

/** Whom to write to about the order. The latest contact counts, whole; nothing is kept of an earlier one. */
export function setContact(_ctx: Context, cart: Cart, input: ContactInput): Cart {
  return { ...cart, email: input.email, contactName: input.name ?? null, phone: input.phone ?? null };
}
