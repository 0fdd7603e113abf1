// A route has no layout that would create the shop.
import "#lib/shop.ts";
import * as z from "zod";
import { orders } from "#lib/commerce/order/index.ts";
import { toFailure } from "#lib/dialects/store-api/index.ts";
import { respond } from "#lib/platform/http/index.ts";
import { noteReached } from "#lib/platform/http/reached.ts";
import { line } from "#lib/platform/text.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentContext } from "#lib/storefront/current-context.ts";
import { placedPath } from "#lib/storefront/placed-path.ts";

const sent = z.object({ cart: line(200) });

/**
 * Tells a browser that lost the answer of the payment step where it led: { path } of the order that the visitor placed
 * with that cart, or null.
 */
export async function POST(request: Request): Promise<Response> {
  noteReached();
  return respond(request, {
    route: "checkout-arrived",
    async answer() {
      const { data } = sent.safeParse(Object.fromEntries(await request.formData()));
      const orderId =
        data && (await perform(orders.findPlaced, await currentContext(), { token: data.cart }));
      return { status: 200, body: { path: orderId ? placedPath(orderId) : null } };
    },
    failure: toFailure,
  });
}
