import * as z from "zod";
import { apiAddress } from "./demo.ts";
import type { Person } from "./kit/person.ts";
import { expect, test } from "./kit/test.ts";
import { fillCart, haveOrder, signUpByApi } from "./steps/by-api.ts";
import { addresses, pathAt } from "./support/addresses.ts";

// The addresses are found in the folder, so that a new page is tried, too.

/** Addresses without a page. Browsers and scripts ask for them. */
const files = [
  "/products/none.svg",
  "/_next/static/none.js",
  "/_next/image?url=none",
  "/_next/data/x/y.json",
];
const bodies: Record<string, string> = {
  "text/plain": "x",
  "application/json": '{"__proto__":{}}',
  "application/x-www-form-urlencoded": "a[999999999]=b&cart=%00",
  "multipart/form-data; boundary=b":
    '--b\r\ncontent-disposition: form-data; name="cart"\r\n\r\n\0\r\n--b--\r\n',
};

test("no page fails on an odd request, and others can frame none", { tag: "@desktop" }, async ({
  request,
}) => {
  expect(addresses.length).toBeGreaterThan(40);
  for (const address of [...addresses, ...files]) {
    for (const text of ["%00", "%ff", "a%2F..%2Fb", "x".repeat(400)]) {
      const path = pathAt(address, text);
      const ask = { maxRedirects: 0 };
      const replies = [
        await request.get(path, ask),
        await request.get(path, { headers: { rsc: "1" }, ...ask }),
      ];
      for (const [type, data] of Object.entries(bodies)) {
        const headers = { "content-type": type };
        replies.push(await request.post(path, { headers, data: Buffer.from(data), ...ask }));
      }
      for (const reply of replies) {
        const { "content-type": type = "", "content-security-policy": policy } = reply.headers();
        expect(reply.status(), path).toBeLessThan(500);
        if (type.startsWith("text/html")) expect(policy, path).toContain("frame-ancestors 'none'");
      }
      if (address === path) break;
    }
  }
});

const street = "1 Hidden Lane";
const order = z.object({ data: z.object({ id: z.string() }) });

/** Somebody's order, cart and, with an account, address book: their ids, and what nobody else may see. */
async function belongings(person: Person) {
  const { id, orderNumber } = await haveOrder(person);
  await fillCart(person);
  await person.call(z.unknown(), "PUT", "/store/cart/address", {
    shippingAddress: { ...apiAddress, line1: street },
  });
  return { ids: [id], secrets: [street, person.email, orderNumber] };
}

/** The addresses at which the person is shown one of the secrets, as a page or as data for scripts. */
async function shownTo(person: Person, { ids, secrets }: Awaited<ReturnType<typeof belongings>>) {
  const shown = new Set<string>();
  for (const address of addresses) {
    for (const id of ids) {
      const path = pathAt(address, id);
      for (const headers of [{}, { rsc: "1" }]) {
        const text = await (await person.page.request.get(path, { headers })).text();
        if (secrets.some((secret) => text.includes(secret))) shown.add(address);
      }
      if (address === path) break;
    }
  }
  return [...shown];
}

test("strangers who know every id see nothing of a guest or a customer at any page", {
  tag: "@desktop",
}, async ({ newPerson }) => {
  test.slow();
  const [guest, customer, stranger] = [await newPerson(), await newPerson(), await newPerson()];
  await signUpByApi(customer);
  const [guests, customers] = [await belongings(guest), await belongings(customer)];
  const entry = {
    ...{ firstName: "Ada", lastName: "L", fullAddress: street, city: "Astoria", pincode: "97103" },
    state: "OR",
  };
  const more = { phone: "+15035550142", country: "US", isDefault: true };
  const { data } = await customer.call(order, "POST", "/store/addresses", { ...entry, ...more });
  customers.ids.push(data.id);

  const both = { ids: [...guests.ids, ...customers.ids], secrets: [...guests.secrets, ...customers.secrets] };
  expect(await shownTo(stranger, both)).toEqual([]);
  await stranger.call(z.unknown(), "POST", "/auth/sign-in/anonymous", {});
  expect(await shownTo(stranger, both)).toEqual([]);
  await signUpByApi(stranger);
  expect(await shownTo(stranger, both)).toEqual([]);
  expect(await shownTo(guest, customers)).toEqual([]);

  expect(await shownTo(guest, guests)).toContain("/checkout/placed/[orderId]");
  const own = ["/account/orders/[id]", "/account/addresses/[id]", "/account/addresses", "/checkout/delivery"];
  expect(await shownTo(customer, customers)).toEqual(expect.arrayContaining(own));
});
