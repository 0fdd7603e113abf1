import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "./kit/test.ts";

type CartReply = { data: { lines: { id: string; quantity: number }[] } };

/** The bodies of the answers to requests that are sent in one packet. */
async function askAtOnce(shop: URL, requests: readonly string[]): Promise<CartReply[]> {
  const client = connect(Number(shop.port), shop.hostname);
  client.write(requests.join(""));
  const received = await text(client);
  return received
    .split(/HTTP\/1\.1 (?=\d{3} )/)
    .slice(1)
    .map((answer) => JSON.parse(answer.slice(answer.indexOf("\r\n\r\n"))));
}

test("requests that a program sends at once are handled one after the other @desktop", async ({
  request,
  baseURL,
}) => {
  test.skip(new URL(baseURL ?? "").protocol !== "http:", "It opens the connection itself.");
  const { data: products } = await (await request.get("/store/products?limit=1&inStock=true")).json();
  const product = await (await request.get(`/store/products/${products[0].slug}`)).json();
  const variantId = product.data.variants[0].id;
  const added = await request.post("/store/cart/lines", { data: { variantId, quantity: 1 } });
  const cart = added.headers()["x-cart-token"] ?? "";
  const [line] = ((await added.json()) as CartReply).data.lines;
  const shop = new URL(baseURL ?? "");
  const ask = (method: string, path: string, body = "", last = false) =>
    `${method} ${path} HTTP/1.1\r\nhost: ${shop.host}\r\nx-cart-token: ${cart}\r\n` +
    `content-type: application/json\r\ncontent-length: ${body.length}\r\n${last ? "connection: close\r\n" : ""}\r\n${body}`;
  const quantities = [2, 1, 2, 1, 2, 1, 2, 1];
  const answers = await askAtOnce(shop, [
    ...quantities.flatMap((quantity) => [
      ask("PATCH", `/store/cart/lines/${line?.id}`, JSON.stringify({ quantity })),
      ask("GET", "/store/cart"),
    ]),
    ask("GET", "/store/cart", "", true),
  ]);
  const shown = answers.map(({ data }) => data.lines[0]?.quantity);
  expect(shown).toEqual([...quantities.flatMap((quantity) => [quantity, quantity]), 1]);
});
