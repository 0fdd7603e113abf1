import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { makeVariant } from "#test/support/catalogue.ts";
import { askToken, customerToken, guestToken, send } from "#test/support/commercetools/call.ts";
import { makeClient } from "#test/support/commercetools/clients.ts";
import { newCustomer } from "#test/support/commercetools/customers.ts";
import { newCart, order, readyCart } from "#test/support/commercetools/shop.ts";
import { bodiesFor } from "#test/support/from-schema.ts";
import { hostileText, insides } from "#test/support/hostile.ts";
import { holdsAsync } from "#test/support/property.ts";
import { mount } from "./project.ts";
import { routes } from "./routes.ts";

const runs = 60;

/** What the texts and paths refer to. */
const known = { program: "", guest: "", customer: "", texts: ["US", "USD", "en", "1990-01-31", "secret"] };
const ids: [path: RegExp, id: string][] = [];

beforeAll(async () => {
  const client = await makeClient();
  known.program = (await askToken("/oauth/token", "grant_type=client_credentials", client)).body.access_token;
  known.guest = (await guestToken()).token;
  const { customer, email } = await newCustomer();
  known.customer = await customerToken(email, "secret");
  const variant = await makeVariant();
  const cart = await newCart(known.guest, { lineItems: [{ sku: variant.sku }] });
  const other = await readyCart(known.guest, variant);
  const placed = (await order(known.guest, await readyCart(known.guest, variant))).body;
  ids.push([/\/carts/, cart.id], [/\/customers|customer-id/, customer.id]);
  ids.push([/\/orders/, placed.id], [/\/payments/, placed.paymentInfo.payments[0].id]);
  known.texts.push(
    email,
    variant.sku,
    variant.productId,
    cart.id,
    cart.lineItems[0].id,
    other.id,
    customer.id,
  );
});

// PostgreSQL holds neither NUL nor a lone surrogate.
const unstorable = fc.constantFrom("\0", "a\0b", "a\0b@example.com", "\ud800", "key\0");
const texts = fc.oneof(
  unstorable,
  hostileText,
  fc.nat(20).map((index) => known.texts[index % known.texts.length] ?? ""),
);

const withBody = routes.flatMap(({ id, method, path, body, access }) =>
  body && access ? [{ id, method, path: path.slice(`${mount}/{project}`.length), body, as: access.as }] : [],
);

test.each(withBody)(
  `$id withstands ${runs} bodies of its shape with hostile texts: no 5xx, no internals`,
  async ({ method, path, body, as }) => {
    const [, id = "none"] = ids.find(([pattern]) => pattern.test(path)) ?? [];
    const token = {
      client: known.program,
      anyone: known.program,
      shopper: known.guest,
      customer: known.customer,
    };
    const address = path.replace(/\{\w+\}/g, id);
    let version = 1;
    await holdsAsync(
      fc.asyncProperty(bodiesFor(body, texts), async (sent) => {
        const current = typeof sent === "object" && sent && "version" in sent ? { ...sent, version } : sent;
        const reply = await send(method, address, { token: token[as], body: current });
        expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(500);
        if (reply.status < 400) version = reply.body.version ?? version;
        else expect(JSON.stringify(reply.body)).not.toMatch(insides);
      }),
      runs,
    );
  },
  60_000,
);
