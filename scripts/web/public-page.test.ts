import { describe, expect, test } from "vitest";
import { products } from "#lib/commerce/catalog/index.ts";
import { now } from "#lib/platform/clock.ts";
import { asNobody } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { answerWith } from "#lib/platform/http/reached.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { askForPage, bearer, rendering, watchRendering } from "#test/support/public-page.ts";
import { startGuestSession } from "#test/support/sessions.ts";

watchRendering();

const nonceIn = (text: unknown) => /nonce[="-]+([\w+/=]{24})/.exec(`${text}`)?.[1];

test("a page is rendered once for the same data, and each answer has a nonce of its own", async () => {
  const { slug, name } = await makeVariant();
  const first = await askForPage(`/products/${slug}`);
  const second = await askForPage(`/products/${slug}`);
  expect(rendering.times).toBe(1);
  const nonces = [first, second].map(({ body, headers }) => {
    const nonce = nonceIn(body);
    expect([headers.link, headers["content-security-policy"]].map(nonceIn)).toEqual([nonce, nonce]);
    return nonce ?? "";
  });
  expect(new Set(nonces).size).toBe(2);
  expect(second.body).toContain(name);
  expect(second.body.replaceAll(nonces[1] ?? "", nonces[0] ?? "")).toBe(first.body);
  const names = ({ headers }: typeof first) => Object.keys(headers).toSorted();
  expect(names(second)).toEqual(names(first));
});

test("a page knows its address and the reader's locale, and nothing else of its visitor", async () => {
  const { slug, variantId } = await makeVariant();
  const guest = await startGuestSession();
  const cart = await fillCart(guest, { lines: [{ variantId, quantity: 1 }] });
  const spoken = async (headers: Record<string, string>, query = "") => {
    const { body } = await askForPage(`/products/${slug}${query}`, headers);
    return /"headers":\{"host":"[\w.:]+",(.*?),"content-security-policy"/.exec(body)?.[1];
  };
  const own = {
    ...bearer(guest),
    "user-agent": "Mine/1",
    "x-forwarded-for": "192.0.2.7",
    host: "evil.example",
  };
  const cookie = `cart-token=${cart}; language=de`;
  expect(await spoken({ ...own, cookie, "accept-language": "fr-CH,de-AT" })).toBe(
    '"accept-language":"de-AT"',
  );
  expect(await spoken({ "accept-language": "ar" })).toBe('"accept-language":"ar"');
  expect(await spoken({}, "?language=de")).toBe('"accept-language":"de","x-offered-language":"de"');
  expect(await spoken({ cookie }, "?language=ar")).toBe(
    '"accept-language":"de","x-offered-language":"ar","cookie":"language=de"',
  );
  const { body } = await askForPage(`/products/${slug}`, { ...own, cookie });
  for (const secret of [guest.token, cart, "Mine/1", "192.0.2.7", "evil.example"])
    expect(body).not.toContain(secret);
});

test("what a page does not read of an address or a locale does not make it another page", async () => {
  const { slug, name } = await makeVariant();
  const path = `/products/${slug}`;
  for (const query of ["", "?gclid=1", "?utm_source=mail&page=2"])
    expect((await askForPage(`${path}${query}`)).body).toContain(`"url":"${path}"`);
  for (const locale of ["en-US", "en-Latn-US", "en-US-u-nu-latn"])
    await askForPage(path, { "accept-language": locale });
  expect(rendering.times).toBe(2);
  const words = encodeURIComponent(name);
  for (const query of [`search=${words}&fbclid=1`, `page=1&search=${words}`, `search=${words}&page=x&page=2`])
    expect((await askForPage(`/?${query}`)).body).toContain(`"url":"/?search=`);
  expect(rendering.times).toBe(3);
  for (const query of [`search=${words}&page=2`, "page=2", ""]) await askForPage(`/?${query}`);
  expect(rendering.times).toBe(6);
});

describe("a page is not kept", () => {
  test.each<[string, () => unknown]>([
    ["that reads more than it was given", () => perform(products.listCategories, asNobody, {})],
    ["that looks at the clock", () => now()],
    ["with a status of its own", () => answerWith(429)],
    ["that breaks off", () => (rendering.ending = "")],
  ])("%s", async (_what, does) => {
    const { slug } = await makeVariant();
    rendering.besides = does;
    for (const _ of [1, 2]) await askForPage(`/products/${slug}`);
    expect(rendering.times).toBe(2);
  });

  test("that is not the catalogue's, or that is requested by HEAD", async () => {
    const { slug } = await makeVariant();
    for (const _ of [1, 2]) await askForPage("/cart");
    for (const _ of [1, 2]) await askForPage("/cart", {}, "HEAD");
    expect(rendering.times).toBe(4);
    expect((await askForPage(`/products/${slug}`, { rsc: "1" })).body).toBe("Next");
  });

  test("while the page has to extend the visitor's session", async () => {
    const { slug } = await makeVariant();
    const guest = await startGuestSession();
    const soon = new Date(Date.now() + 60_000);
    await db.session.updateMany({ where: { token: guest.token }, data: { expiresAt: soon } });
    for (const _ of [1, 2])
      expect((await askForPage(`/products/${slug}`, bearer(guest))).body).toContain('"items":-1');
    expect(rendering.times).toBe(2);
  });
});
