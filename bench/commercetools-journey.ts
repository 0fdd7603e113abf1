import { developmentClient } from "#prisma/seed/api-client.ts";
import { wireUsAddress } from "#test/support/addresses.ts";
import { send, sendForm } from "./http-client.ts";
import type { Basket } from "./journey.ts";
import type { Operation } from "./load.ts";
import type { Bench } from "./row.ts";

type Versioned = { id: string; version: number };

const basic = Buffer.from(`${developmentClient.id}:${developmentClient.secret}`).toString("base64");
const grant = "grant_type=client_credentials&scope=view_products:demo manage_my_orders:demo";
/** The same purchase through the commercetools dialect: a token, a cart, one list of actions, an order. */
export async function commercetoolsJourney(
  { pool, shopUrl: shop }: Bench,
  { variantIds, shippingMethodId }: Basket,
): Promise<Operation> {
  const api = `${shop}/commercetools/demo`;
  const { rows } = await pool.query<{ sku: string }>("select sku from product_variant where id = $1", [
    variantIds[0],
  ]);
  const sku = rows[0]?.sku;
  return async () => {
    const token = await sendForm(
      `${shop}/commercetools/oauth/demo/anonymous/token`,
      { authorization: `Basic ${basic}` },
      grant,
    );
    const headers = { authorization: `Bearer ${(token.body as { access_token: string }).access_token}` };
    const made = await send(`${api}/me/carts`, "POST", 201, headers, { currency: "USD", country: "US" });
    const cart = made.body as Versioned;
    const changed = await send(`${api}/me/carts/${cart.id}`, "POST", 200, headers, {
      version: cart.version,
      actions: [
        { action: "addLineItem", sku, quantity: 1 },
        { action: "setCustomerEmail", email: "guest@example.com" },
        { action: "setShippingAddress", address: wireUsAddress },
        { action: "setShippingMethod", shippingMethod: { typeId: "shipping-method", id: shippingMethodId } },
      ],
    });
    const { id, version } = changed.body as Versioned;
    await send(`${api}/me/orders`, "POST", 201, headers, { id, version });
  };
}
