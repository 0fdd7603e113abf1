import { followPayment } from "#lib/dialects/store-api/routes/checkout.ts";
import { call, type Reply } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";

/** The input of a call that goes to the test gateway's page. */
export const byPage = { body: { paymentProvider: "gateway", paymentMethod: "page" } };

/** Goes to the gateway's page with a cart of two. */
export async function goToPage(stock = 5) {
  const variant = await makeVariant({ stock });
  const ready = await readyToPlace({ variant, quantity: 2 });
  const reply = await place(ready, byPage);
  const { attempt } = reply.body.data as { attempt: { id: string; status: string; redirectUrl: string } };
  const follow = async (session = ready.session) =>
    call(followPayment, { session, params: { id: attempt.id } });
  return { ...ready, variant, reply, attempt, follow };
}

export const dataOf = async (reply: Promise<Pick<Reply, "body">>) =>
  (await reply).body.data as Record<string, unknown>;
