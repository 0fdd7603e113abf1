import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { toFailure } from "#lib/dialects/store-api/index.ts";
import { exportGuestData } from "#lib/guest-checkout/index.ts";
import { notFound } from "#lib/platform/errors.ts";
import { asDomainError, requestIdOf } from "#lib/platform/http/index.ts";
import { acts, limited } from "#lib/platform/limits/index.ts";
import { currentContext } from "#lib/storefront/current-context.ts";

type Context = { params: Promise<{ token: string }> };

/** The guest's data as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    if (!takesGuests()) throw notFound("Page");
    const [ctx, link] = await Promise.all([currentContext(), params]);
    const data = await limited([acts.openMailedLink], ctx, () => exportGuestData(ctx, link));
    return answer(data, 200, { "content-disposition": 'attachment; filename="my-data.json"' });
  } catch (error) {
    const { status, body, headers } = toFailure(asDomainError(error), requestIdOf(request));
    return answer(body, status, headers);
  }
}

function answer(body: unknown, status: number, headers: Record<string, string> | undefined): Response {
  const text = `${JSON.stringify(body, null, 2)}\n`;
  return new Response(text, {
    status,
    headers: { ...headers, "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  });
}
