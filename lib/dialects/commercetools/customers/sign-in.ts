import { checkPassword, hashPassword, openAccount } from "#lib/accounts/auth/index.ts";
import { type Cart, getCart } from "#lib/commerce/cart/index.ts";
import { type Customer, getCustomer } from "#lib/commerce/customer/index.ts";
import { type Context, type ContextOf, inTransaction } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { Refusal } from "../http/refusal.ts";
import { asProgram } from "./as-program.ts";
import { checkDescription, describe } from "./describe.ts";
import { cartMode, type Former, formerOf, handOver, type Named } from "./guest.ts";
import type { CustomerDraft, SignInMode } from "./schemas.ts";

/** The customer who signed in, and the current cart if any. */
export type SignedIn = { customer: Customer; cart: Cart | null };

/**
 * Creates a customer with the draft's data and everything of the former guest, or not at all.
 * @throws already_taken
 */
export async function register(ctx: Context, draft: CustomerDraft & Named): Promise<SignedIn> {
  const former = await formerOf(ctx, draft, "merge");
  const { email, password, firstName, lastName } = draft;
  const names = { firstName: firstName || undefined, lastName: lastName || undefined };
  await checkDescription(asProgram, draft);
  const passwordHash = await hashPassword(password);
  return inTransaction(asProgram, async (inside) => {
    const { userId } = await openAccount(inside, { email, passwordHash, ...names });
    await describe(inside, userId, draft);
    return resultFor(inside, userId, former);
  });
}

export type LogIn = Named & { email: string; password: string; mode: SignInMode };

/**
 * Signs a customer in and converts the former guest. A wrong password moves nothing. @throws Refusal InvalidCredentials
 */
export async function logIn(ctx: Context, { email, password, mode, ...named }: LogIn): Promise<SignedIn> {
  const former = await formerOf(ctx, named, cartMode(mode));
  const account = await checkPassword({ email, password });
  if (account) return inTransaction(asProgram, (inside) => resultFor(inside, account.userId, former));
  throw new Refusal(400, {
    code: "InvalidCredentials",
    message: "Account with the given credentials not found.",
  });
}

async function resultFor(ctx: ContextOf<"api-client">, userId: string, former: Former): Promise<SignedIn> {
  await handOver(ctx, former, userId);
  return { customer: await getCustomer(ctx, { id: userId }), cart: await activeCart(ctx, userId) };
}

async function activeCart(ctx: Context, userId: string): Promise<Cart | null> {
  try {
    return await getCart(ctx, { activeOf: userId });
  } catch (error) {
    if (isDomainError(error, "not_found")) return null;
    throw error;
  }
}
