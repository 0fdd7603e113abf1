import { randomBytes } from "node:crypto";
import { now } from "#lib/platform/clock.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { newId } from "#lib/platform/ids.ts";
import { readToken } from "#lib/platform/mailed-link.ts";
import { sha256 } from "#lib/platform/secrets.ts";
import { unsentMail } from "./core.ts";

const validMinutes = 60;

/** The `updatedAt` of a link whose mail is not sent yet. */
const onItsWay = new Date(0);

/** Mails the link with the secret. @throws if the mail server rejects it */
type Send = (secret: string) => Promise<void>;

/**
 * Mails a link that is valid for an hour and until it is used, for the act that `identifier` names. Once its mail is on
 * its way it replaces older ones; if the mail cannot be sent, they stay valid. @throws unavailable
 */
export async function mailOneTimeLink(ctx: Context, identifier: string, send: Send): Promise<void> {
  const id = newId();
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now().getTime() + validMinutes * 60_000);
  await inTransaction(ctx, ({ tx }) =>
    tx.verification.create({
      data: { id, identifier, value: sha256(secret), expiresAt, updatedAt: onItsWay },
    }),
  );
  try {
    await send(secret);
  } catch (cause) {
    await inTransaction(ctx, ({ tx }) => tx.verification.deleteMany({ where: { id } }));
    throw unsentMail(cause);
  }
  await inTransaction(ctx, ({ tx }) =>
    tx.verification.updateMany({ where: { id }, data: { updatedAt: now() } }),
  );
  // Ids sort by time: of concurrent links the latest stays. One that was stored too late for its successor goes by itself.
  await inTransaction(ctx, ({ tx }) => tx.verification.deleteMany({ where: { identifier, id: { lt: id } } }));
  await inTransaction(ctx, async ({ tx }) => {
    const successor = { identifier, id: { gt: id }, updatedAt: { gt: onItsWay } };
    if ((await tx.verification.count({ where: successor })) > 0) {
      await tx.verification.deleteMany({ where: { id } });
    }
  });
}

/** Whether this is the secret of a valid link. Asking does not use it up. */
export async function isOneTimeLink(ctx: Context, identifier: string, secret: string): Promise<boolean> {
  const value = sha256(readToken(secret) ?? "");
  const where = { identifier, value, expiresAt: { gt: now() } };
  return (await inTransaction(ctx, ({ tx }) => tx.verification.count({ where }))) > 0;
}

/** Uses the link up. */
export async function consumeOneTimeLink(ctx: Context, identifier: string): Promise<void> {
  await inTransaction(ctx, ({ tx }) => tx.verification.deleteMany({ where: { identifier } }));
}
