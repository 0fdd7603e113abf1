import type { Context } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import {
  accountExists,
  type Cart,
  type CartHandle,
  type Change,
  type ContactInput,
  changeCart,
  saveUnseen,
  setContact,
} from "./core.ts";

type CapturedContact = { cart: Cart; contact: { email: string; accountExists: boolean } };

/**
 * Stores the guest's real address, name and phone in the active cart, which is created if there is none (specification,
 * POST /store/guest/contact). `accountExists` is a hint, never a gate.
 * @throws bad_request without a session
 */
export async function captureContact(
  ctx: Context,
  input: { cart: CartHandle; contact: ContactInput },
): Promise<CapturedContact> {
  if (ctx.actor.type !== "anonymous" && ctx.actor.type !== "customer") {
    throw new DomainError(
      "bad_request",
      "Start a guest session (POST /auth/sign-in/anonymous) before capturing contact details",
    );
  }
  const { email } = input.contact;
  // Queried first, so that nothing can fail after the contact is stored.
  const contact = { email, accountExists: await accountExists(ctx, { email }) };
  const change: Change = (inside, before) => setContact(inside, before, input.contact);
  const cart = await changeCart(ctx, input.cart, change, saveUnseen);
  return { cart, contact };
}
