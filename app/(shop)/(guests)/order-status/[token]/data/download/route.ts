// A route has no layout that would create the shop.
import "#lib/shop.ts";
import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { toFailure } from "#lib/dialects/store-api/index.ts";
import { guests } from "#lib/guest-checkout/index.ts";
import { notFound } from "#lib/platform/errors.ts";
import { respond } from "#lib/platform/http/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentContext } from "#lib/storefront/current-context.ts";

type Context = { params: Promise<{ token: string }> };

const asFile = {
  "content-type": "application/json; charset=utf-8",
  "content-disposition": 'attachment; filename="my-data.json"',
};

/** Downloads the guest's data as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, {
    route: "guest-data",
    async answer() {
      if (!takesGuests()) throw notFound("Page");
      const data = await perform(guests.exportData, await currentContext(), await params);
      return new Response(`${JSON.stringify(data, null, 2)}\n`, { headers: asFile });
    },
    failure: toFailure,
  });
}
