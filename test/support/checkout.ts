import { randomUUID } from "node:crypto";
import { type Change, changeCart, contactInput, saveUnseen, setContact } from "#lib/commerce/cart/index.ts";
import {
  applyCoupon,
  setCartAddress as setAddress,
  setShippingMethod,
} from "#lib/dialects/store-api/routes/cart.ts";
import { placeOrder } from "#lib/dialects/store-api/routes/checkout.ts";
import { addCartLine as addLine } from "#lib/dialects/store-api/routes/lines.ts";
import { usAddress } from "./addresses.ts";
import { type CallInput, call, type Reply } from "./call.ts";
import { makeShippingMethod, type Sellable } from "./catalogue.ts";
import { cartOf, orderOf } from "./expect.ts";
import { type Session, shopperOf, startGuestSession } from "./sessions.ts";

type Wish = { quantity?: number; lines?: { variantId: string; quantity: number }[] };
type ReadyInput = Wish & {
  variant?: Pick<Sellable, "variantId">;
  email?: string;
  coupons?: string[];
  address?: { shippingAddress: object; billingAddress?: object; deliveryNote?: string };
  session?: Session;
};

/** A session with a cart that is ready to be placed. */
export type Ready = { session: Session; cart: string; version: number; email: string; methodId: string };

export const guestEmail = () => `guest-${randomUUID()}@example.com`;

/** Takes a guest, or the given session, through the store API up to payment. */
export async function readyToPlace(input: ReadyInput): Promise<Ready> {
  const session = input.session ?? (await startGuestSession());
  const email = input.email ?? guestEmail();
  const cart = await fillCart(session, input);
  const at = { session, cart };
  await giveContact(at, { email, name: "Gale Guest", phone: "+12075550142" });
  await succeed(setAddress, { ...at, body: input.address ?? { shippingAddress: usAddress } });
  for (const code of input.coupons ?? []) await succeed(applyCoupon, { ...at, body: { code } });
  const method = await makeShippingMethod();
  const last = await succeed(setShippingMethod, { ...at, body: { shippingMethodId: method.id } });
  return { session, cart: last.cart, email, methodId: method.id, version: cartOf(last).version };
}

/**
 * Sets the contact as POST /store/guest/contact does, without the guest checkout module: the core's tests must pass
 * without it.
 */
export async function giveContact(
  { session, cart }: Pick<Ready, "session" | "cart">,
  contact: object,
): Promise<void> {
  const ctx = { actor: await shopperOf(session) };
  const change: Change = (inside, before) => setContact(inside, before, contactInput.parse(contact));
  await changeCart(ctx, { token: cart }, change, saveUnseen);
}

/** Creates a cart of the session with lines. Returns its token. */
export async function fillCart(session: Session | undefined, input: ReadyInput): Promise<string> {
  const { variant, quantity = 1 } = input;
  const lines = input.lines ?? (variant ? [{ variantId: variant.variantId, quantity }] : []);
  let cart: string | undefined;
  for (const { variantId, quantity } of lines) {
    cart = (await succeed(addLine, { session, cart, body: { variantId, quantity } })).cart;
  }
  return cart ?? "";
}

/** Places a ready cart, by default with bank transfer. */
export function place(
  { session, cart }: Pick<Ready, "session" | "cart">,
  input: CallInput = {},
): Promise<Reply> {
  return call(placeOrder, {
    session,
    cart,
    ...input,
    body: input.body ?? { paymentProvider: "bank-transfer" },
  });
}

/** Places an order. Returns it with its buyer. */
export async function buy(input: ReadyInput) {
  const ready = await readyToPlace(input);
  return { ...ready, order: orderOf(await place(ready)) };
}

async function succeed(route: typeof addLine, input: CallInput): Promise<Reply> {
  const reply = await call(route, input);
  if (reply.status >= 300) throw new Error(`${route.id}: ${reply.text}`);
  return reply;
}
