import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { askToken } from "./call.ts";
import { makeClient } from "./clients.ts";

/** A program's token with `scope` only. */
export async function tokenFor(scope: string): Promise<string> {
  const client = await makeClient({ scopes: [scope] });
  const reply = await askToken("/oauth/token", "grant_type=client_credentials", client);
  return reply.body.access_token;
}

/** A predicate as a query parameter. */
export function where(predicate: string): string {
  return `where=${encodeURIComponent(predicate)}`;
}

/**
 * Creates a product with two variants: the first costs 10.00 USD, 8.00 in the US, 9.00 EUR in Germany; the large one is
 * sold out and has no price.
 */
export async function makeLamp(): Promise<Sellable> {
  const lamp = await makeVariant({
    prices: [
      { currency: "USD", amount: 1000 },
      { currency: "USD", country: "US", amount: 800 },
      { currency: "EUR", country: "DE", amount: 900 },
    ],
  });
  await db.productVariant.create({
    data: {
      id: newId(),
      productId: lamp.productId,
      number: 2,
      sku: `${lamp.sku}-L`,
      title: "Large",
      options: { Size: "Large", "Shade color": "Sea" },
      image: "/products/large.svg",
      stock: { create: { quantity: 0 } },
    },
  });
  return lamp;
}
