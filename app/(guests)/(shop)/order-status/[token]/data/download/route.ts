// A route has no layout that would create the shop.
import "#lib/shop.ts";
import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { guests } from "#lib/guest-checkout/index.ts";
import { notFound } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { answerPage } from "#lib/storefront/answer-page.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

type Context = { params: Promise<{ token: string }> };

const asFile = {
  "content-type": "application/json; charset=utf-8",
  "content-disposition": 'attachment; filename="my-data.json"',
};

/** Downloads the guest's data as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerPage(request, "guest-data", async () => {
    if (!takesGuests()) throw notFound("Page");
    const data = await perform(guests.exportData, await currentContext(), await params);
    return new Response(`${JSON.stringify(data, null, 2)}\n`, { headers: asFile });
  });
}
