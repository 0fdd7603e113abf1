import { callerFrom } from "#lib/accounts/auth/index.ts";
import { carts, cartToken } from "#lib/commerce/cart/index.ts";
import type { DomainError } from "#lib/platform/errors.ts";
import { callerOf } from "#lib/platform/http/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { errorTable } from "./errors.ts";

/**
 * The token of the caller's active cart as a header of an error; empty if there is no cart, if the call may not act for
 * the caller, or if the fault is ours.
 */
export async function cartTokenBeside(error: DomainError, headers: Headers): Promise<Record<string, string>> {
  const [status] = errorTable[error.code];
  if (status >= 500 || error.code === "untrusted_origin") return {};
  const token = headers.get("x-cart-token")?.trim() || null;
  try {
    const { actor } = await callerFrom(headers, []);
    const cart = await perform(carts.find, callerOf(actor), { cart: { token } });
    return cart ? { "x-cart-token": cartToken(cart.id) } : {};
  } catch {
    // The database went away meanwhile, and the error is worth more than the header.
    return {};
  }
}
