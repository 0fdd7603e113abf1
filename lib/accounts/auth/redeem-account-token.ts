import { type Customer, getCustomer } from "#lib/commerce/customer/index.ts";
import { now } from "#lib/platform/clock.ts";
import {
  asNobody,
  type Context,
  type ContextOf,
  inTransaction,
  type TransactionContext,
} from "#lib/platform/context.ts";
import { versionConflict } from "#lib/platform/errors.ts";
import {
  type AccountToken,
  findAccountToken,
  issueAccountToken,
  type Purpose,
  takeAccountToken,
} from "./account-tokens.ts";
import { endAccess } from "./close-access.ts";
import { hashPassword } from "./open-account.ts";
import { passwordSetByMail } from "./password-set-by-mail.ts";

/** The holder of a token may see its account. */
const asProgram: ContextOf<"api-client"> = { actor: { type: "api-client", clientId: "", scopes: [] } };

/** Why a token does nothing. */
export type Unusable = "unknown" | "expired";

type Wish = {
  purpose: Purpose;
  customer: { id: string } | { email: string };
  version?: number | null | undefined;
  minutes: number;
  invalidatesOlder: boolean;
};

/** A token that a program sends to an account's mailbox by itself. @throws not_found, version_conflict */
export function issueTokenFor(
  ctx: ContextOf<"api-client">,
  { customer: name, version, ...wish }: Wish,
): Promise<AccountToken> {
  return inTransaction(ctx, async (inside) => {
    const customer = await getCustomer(inside, name);
    checkVersion(customer, version);
    return issueAccountToken(inside, { ...wish, userId: customer.id });
  });
}

/** The account of a token. */
export async function accountOfToken(
  ctx: Context,
  token: { purpose: Purpose; value: string },
): Promise<Customer | Unusable> {
  const found = await findAccountToken(ctx, token);
  if (!found) return "unknown";
  return found.hasExpired ? "expired" : getCustomer({ ...ctx, ...asProgram }, { id: found.userId });
}

type Use = { value: string; version?: number | null | undefined };

/**
 * Sets the password of a token's account. Its sessions, tokens and mailed links end. The token came by mail, so that
 * the same follows as after a reset in the shop: docs/decisions/2026-11-28-an-account-goes-with-its-mailbox.md.
 * @throws version_conflict, which leaves the token usable
 */
export async function resetPassword(
  ctx: Context,
  { newPassword, ...use }: Use & { newPassword: string },
): Promise<Customer | Unusable> {
  const found = await accountOfToken(ctx, { purpose: "password", value: use.value });
  if (typeof found === "string") return found;
  const passwordHash = await hashPassword(newPassword);
  const reset = await redeem(ctx, "password", use, found, async (inside) => {
    await passwordSetByMail(inside, { userId: found.id });
    const where = { userId: found.id, providerId: "credential" };
    await inside.tx.account.updateMany({ where, data: { password: passwordHash } });
    await endAccess(inside, { userId: found.id });
  });
  // Repeated afterwards: the old password may have been used meanwhile.
  if (typeof reset !== "string") await endAccess(asNobody, { userId: found.id });
  return reset;
}

/**
 * Confirms the address of a token's account. The holder of the account is known to own the mailbox only if the token is
 * used in the account.
 * @throws version_conflict
 */
export async function confirmEmail(ctx: Context, use: Use): Promise<Customer | Unusable> {
  const found = await accountOfToken(ctx, { purpose: "email", value: use.value });
  if (typeof found === "string") return found;
  const isOwn = ctx.actor.type === "customer" && ctx.actor.userId === found.id;
  return redeem(ctx, "email", use, found, async ({ tx }) => {
    await tx.user.update({ where: { id: found.id }, data: { emailVerified: true } });
    if (!isOwn) return;
    await tx.user.updateMany({
      where: { id: found.id, ownerProvenAt: null },
      data: { ownerProvenAt: now() },
    });
  });
}

/** Uses a token up for a change of its account, which gets a new version. */
function redeem(
  ctx: Context,
  purpose: Purpose,
  { value, version }: Use,
  { id }: Customer,
  change: (ctx: TransactionContext<ContextOf<"api-client">>) => Promise<void>,
): Promise<Customer | Unusable> {
  return inTransaction({ ...ctx, ...asProgram }, async (inside) => {
    await inside.tx.$queryRaw`select 1 from "user" where id = ${id}::uuid for no key update`;
    if (!(await takeAccountToken(inside, { purpose, value }))) return "unknown";
    checkVersion(await getCustomer(inside, { id }), version);
    await change(inside);
    await inside.tx.user.update({ where: { id }, data: { version: { increment: 1 } } });
    return getCustomer(inside, { id });
  });
}

function checkVersion({ id, version: current }: Customer, version: number | null | undefined): void {
  if (version !== null && version !== undefined && version !== current)
    throw versionConflict(id, version, current);
}
