// A route has no layout that would create the shop.
import "#lib/shop.ts";
import * as z from "zod";
import { orders } from "#lib/commerce/order/index.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { noteReached } from "#lib/platform/http/reached.ts";
import { line } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { answerPage } from "#lib/storefront/answer-page.ts";
import { placedPath } from "#lib/storefront/order/placed-path.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

const sent = z.object({ cart: line(200) });

/**
 * Finds the order for a browser that lost the answer of the payment step: { path } of the order that the visitor placed
 * with that cart, or null.
 */
export async function POST(request: Request): Promise<Response> {
  noteReached();
  return answerPage(request, "checkout-arrived", async () => {
    const { data } = sent.safeParse(Object.fromEntries(await formOf(request)));
    const orderId = data && (await perform(orders.findPlaced, await currentContext(), { token: data.cart }));
    return { status: 200, body: { path: orderId ? placedPath(orderId) : null } };
  });
}

/** @throws bad_request */
async function formOf(request: Request): Promise<FormData> {
  return request.formData().catch((cause: unknown) => {
    throw new DomainError("bad_request", "This is not a form", { cause });
  });
}
