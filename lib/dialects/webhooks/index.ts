import { orders } from "#lib/commerce/order/index.ts";
import { plainFailure } from "#lib/dialects/plain-failure.ts";
import { type Answer, type Api, callerOf, createApi, type Incoming } from "#lib/platform/http/index.ts";
import { readText } from "#lib/platform/http/read-json.ts";
import { perform } from "#lib/platform/verb/index.ts";

/**
 * Receives webhooks of payment providers: POST /webhooks/{provider}. A provider repeats a webhook until it gets a 200.
 */
export function webhooksApi(): Api {
  const route = { id: "paymentWebhook", method: "POST", path: "/webhooks/{provider}", handle } as const;
  return createApi({ mount: "/webhooks", failure: plainFailure }, [route]);
}

async function handle({ request, params }: Incoming): Promise<Answer> {
  const { url, headers } = request;
  // The signature covers the raw body, whose size is limited before it is verified.
  const sent = new Request(url, { method: "POST", headers, body: await readText(request) });
  await perform(orders.receiveWebhook, callerOf({ type: "none" }), {
    provider: params.provider ?? "",
    request: sent,
  });
  return { status: 200, body: { received: true } };
}
