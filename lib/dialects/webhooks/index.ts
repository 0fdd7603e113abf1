import { orders } from "#lib/commerce/order/index.ts";
import { errorTable } from "#lib/dialects/store-api/index.ts";
import type { DomainError } from "#lib/platform/errors.ts";
import { type Answer, type Api, callerOf, createApi, type Incoming } from "#lib/platform/http/index.ts";
import { readText } from "#lib/platform/http/read-json.ts";
import { perform } from "#lib/platform/verb/index.ts";

/** Where payment providers tell what has happened: POST /webhooks/{provider}. Whoever does not get a 200 tells it again. */
export function webhooksApi(): Api {
  const route = { id: "paymentWebhook", method: "POST", path: "/webhooks/{provider}", handle } as const;
  return createApi({ mount: "/webhooks", failure }, [route]);
}

async function handle({ request, params }: Incoming): Promise<Answer> {
  const { url, headers } = request;
  // What is signed is what was sent, of a size that is read before anything is believed.
  const sent = new Request(url, { method: "POST", headers, body: await readText(request) });
  await perform(orders.hearPayment, callerOf({ type: "none" }), {
    provider: params.provider ?? "",
    request: sent,
  });
  return { status: 200, body: { received: true } };
}

function failure({ code, message }: DomainError, requestId: string): Answer {
  return { status: errorTable[code][0], body: { error: code, message, requestId } };
}
