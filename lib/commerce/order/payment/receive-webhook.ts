import { findAttempt, findProvider, type PaymentProvider } from "#lib/commerce/payment/index.ts";
import { asShop } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { notFound } from "#lib/platform/errors.ts";
import { id as uuid } from "#lib/platform/text.ts";
import { settle } from "./settle.ts";

type Notice = Awaited<ReturnType<NonNullable<PaymentProvider["webhook"]>>>[number];

/**
 * Handles a provider's webhook after authenticating it: each notice is processed once, and its facts about an attempt
 * are settled. A failed one is not recorded, so that the provider repeats it.
 * @throws not_found for a provider without webhook, bad_request for a forged request
 */
export async function receiveWebhook(providerId: string, request: Request): Promise<void> {
  const provider = findProvider(providerId);
  if (!provider?.webhook) throw notFound("Payment provider");
  for (const notice of await provider.webhook(request)) {
    const key = { provider: provider.id, eventId: notice.eventId };
    if ((await db.webhookEvent.count({ where: key })) > 0) continue;
    await settleNotice(provider.id, notice);
    await db.webhookEvent.createMany({ data: [key], skipDuplicates: true });
  }
}

/** Ignores attempts that are not ours: the provider's account may serve other shops, too. */
async function settleNotice(provider: string, { attempt: named, facts }: Notice): Promise<void> {
  if ("id" in named && !uuid.safeParse(named.id).success) return;
  const which = "id" in named ? { id: named.id, provider } : { provider, reference: named.reference };
  const attempt = await findAttempt(asShop, which);
  if (attempt) await settle(asShop, attempt, facts);
}
