import * as z from "zod";
import { findPlaced } from "#lib/commerce/order/index.ts";
import { toFailure } from "#lib/dialects/store-api/index.ts";
import { asDomainError, requestIdOf } from "#lib/platform/http/index.ts";
import { noteReached } from "#lib/platform/http/reached.ts";
import { line } from "#lib/platform/text.ts";
import { currentContext } from "#lib/storefront/current-context.ts";
import { placedPath } from "#lib/storefront/placed-path.ts";

const sent = z.object({ cart: line(200) });

/**
 * Where the form of the payment step led, asked by a browser that lost the answer: { path } of the order that the
 * visitor placed with that cart, or null.
 */
export async function POST(request: Request): Promise<Response> {
  noteReached();
  try {
    const { data } = sent.safeParse(Object.fromEntries(await request.formData()));
    const orderId = data ? await findPlaced(await currentContext(), { token: data.cart }) : null;
    return Response.json({ path: orderId && placedPath(orderId) });
  } catch (error) {
    const { status, body, headers } = toFailure(asDomainError(error), requestIdOf(request));
    return Response.json(body, { status, ...(headers && { headers }) });
  }
}
