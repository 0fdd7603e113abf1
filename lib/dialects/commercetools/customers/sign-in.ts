import { checkPassword, hashPassword, openAccount } from "#lib/accounts/auth/index.ts";
import { getCart } from "#lib/commerce/cart/index.ts";
import { getCustomer } from "#lib/commerce/customer/index.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { toOneCart } from "../carts/to-cart.ts";
import { Refusal } from "../http/refusal.ts";
import { checkDescription, describe } from "./describe.ts";
import { type Former, handOver } from "./guest.ts";
import type { CustomerDraft } from "./schemas.ts";
import { toCustomer } from "./to-customer.ts";

/**
 * A new customer, who was this guest (sheet 5.2): with all that the draft says and the guest has, or not at all.
 * @throws already_taken
 */
export async function register(draft: CustomerDraft, former: Former) {
  const { email, password, firstName, lastName } = draft;
  const names = { firstName: firstName || undefined, lastName: lastName || undefined };
  await checkDescription(asProgram, draft);
  const passwordHash = await hashPassword(password);
  return inTransaction(asProgram, async (ctx) => {
    const { userId } = await openAccount(ctx, { email, passwordHash, ...names });
    await describe(ctx, userId, draft);
    return resultFor(ctx, userId, former);
  });
}

/** A customer who signs in, and was this guest. A wrong password moves nothing. @throws Refusal InvalidCredentials */
export async function logIn(credentials: { email: string; password: string }, former: Former) {
  const account = await checkPassword(credentials);
  if (account) return inTransaction(asProgram, (ctx) => resultFor(ctx, account.userId, former));
  throw new Refusal(400, {
    code: "InvalidCredentials",
    message: "Account with the given credentials not found.",
  });
}

/** Hands the guest over. CustomerSignInResult: the customer, and the cart to go on with, if there is one. */
async function resultFor(ctx: Context, userId: string, former: Former) {
  const { email } = await getCustomer(ctx, { id: userId });
  await handOver(ctx, former, { userId, email });
  const customer = await getCustomer(ctx, { id: userId });
  const cart = await activeCart(ctx, userId);
  return { customer: toCustomer(customer), ...(cart && { cart: await toOneCart(ctx, cart) }) };
}

async function activeCart(ctx: Context, userId: string) {
  try {
    return await getCart(ctx, { activeOf: userId });
  } catch (error) {
    if (isDomainError(error, "not_found")) return null;
    throw error;
  }
}

/** Who has just proved to be the customer is answered what a program would see of him. */
const asProgram: Context = { actor: { type: "api-client", clientId: "", scopes: [] } };
