import { findAttempt, findProvider, type PaymentProvider } from "#lib/commerce/payment/index.ts";
import { db } from "#lib/platform/db.ts";
import { notFound } from "#lib/platform/errors.ts";
import { id as uuid } from "#lib/platform/text.ts";
import { settle } from "./settle.ts";

type Notice = Awaited<ReturnType<NonNullable<PaymentProvider["webhook"]>>>[number];

const shop = { actor: { type: "shop" } } as const;

/**
 * Takes what a provider tells of its own accord, once it has proved that it is the provider: each telling is heard once,
 * and what it says of an attempt is settled. One that fails is not noted, so that the provider tells it again.
 * @throws not_found for a provider that tells nothing, bad_request for what does not come from it
 */
export async function receiveWebhook(providerId: string, request: Request): Promise<void> {
  const provider = findProvider(providerId);
  if (!provider?.webhook) throw notFound("Payment provider");
  for (const notice of await provider.webhook(request)) {
    const key = { provider: provider.id, eventId: notice.eventId };
    if ((await db.webhookEvent.count({ where: key })) > 0) continue;
    await hear(provider.id, notice);
    await db.webhookEvent.createMany({ data: [key], skipDuplicates: true });
  }
}

/** Of an attempt that is not ours we know nothing: the account at the provider may serve others, too. */
async function hear(provider: string, { attempt: named, facts }: Notice): Promise<void> {
  if ("id" in named && !uuid.safeParse(named.id).success) return;
  const which = "id" in named ? { id: named.id, provider } : { provider, reference: named.reference };
  const attempt = await findAttempt(shop, which);
  if (attempt) await settle(shop, attempt, facts);
}
