import { db } from "#lib/db.ts";
import { paymentProviders } from "./providers.ts";

/** Tells the providers that a cancelled order's payments are not wanted any more. They bear being told twice. */
export async function releasePayments({ orderId }: { orderId: string }): Promise<void> {
  const payments = await db.payment.findMany({ where: { orderId } });
  for (const { provider, reference } of payments) {
    if (reference) await paymentProviders.find((candidate) => candidate.id === provider)?.release(reference);
  }
}
