import { oneBasket } from "../baskets.ts";
import { send } from "../http-client.ts";
import { journey } from "../journey.ts";
import { runLoad } from "../load.ts";
import { mintTokens } from "../lookup-tokens.ts";
import type { Bench } from "../row.ts";

/** A page of the shop, with the cookies of a shopper who has a cart, and the locale of their browser. */
export type Page = { name: string; url: string; cookie: string; locale?: string };

/** The pages that a guest passes through: catalogue, product, contact step, order. */
export async function shoppersPages(bench: Bench): Promise<Page[]> {
  const { shopUrl } = bench;
  const nextBasket = await oneBasket(bench);
  await runLoad(journey(shopUrl, nextBasket), 1, 1);
  // The order's mail brings a token of its own, which replaces others.
  await bench.mails.allSent();
  const [token] = await mintTokens(bench.pool, 1);
  const [variantId] = nextBasket().variantIds;
  const { rows } = await bench.pool.query<{ slug: string }>(
    "select p.slug from product_variant v join product p on p.id = v.product_id where v.id = $1",
    [variantId],
  );
  const session = await send(`${shopUrl}/auth/sign-in/anonymous`, "POST", 200, {});
  const authorization = `Bearer ${(session.body as { token: string }).token}`;
  const line = { variantId, quantity: 1 };
  const cart = await send(`${shopUrl}/store/cart/lines`, "POST", 200, { authorization }, line);
  const cookies = [session.headers["set-cookie"] ?? []].flat().map((each) => each.split(";", 1)[0]);
  const cookie = [...cookies, `cart-token=${cart.headers["x-cart-token"]}`].join("; ");
  const at = (name: string, path: string): Page => ({ name, url: `${shopUrl}${path}`, cookie });
  return [
    at("catalogue", "/"),
    at("product", `/products/${rows[0]?.slug}`),
    at("contact", "/checkout/contact"),
    at("order status", `/order-status/${token}`),
  ];
}

/** The HTML of a page. @throws for a redirect or an error */
export async function open({ url, cookie, locale }: Omit<Page, "name">): Promise<string> {
  const headers = { cookie, ...(locale && { "accept-language": locale }) };
  const response = await fetch(url, { headers, redirect: "manual" });
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${new URL(url).pathname}: ${response.status}`);
  return html;
}
