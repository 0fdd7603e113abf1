import { expect, test } from "vitest";
import { preparePage } from "./prepare-page.ts";

function prepared(target: string, headers: Record<string, string> = {}, method = "GET") {
  const [path = "", query] = target.split("?");
  const search = query === undefined ? "" : `?${query}`;
  return preparePage({ method, path, search, header: (name) => headers[name] });
}

test("each page has a nonce of its own, which Next reads from the request's policy", () => {
  const [one, two] = [prepared("/"), prepared("/")];
  expect(one.forward["x-nonce"]).not.toBe(two.forward["x-nonce"]);
  expect(one.headers["content-security-policy"]).toContain(`'nonce-${one.forward["x-nonce"]}'`);
  expect(one.forward["content-security-policy"]).toBe(one.headers["content-security-policy"]);
});

test("a language in the URL counts for the page and for the rest of the visit, if the shop has it", () => {
  const german = prepared("/?language=de", { cookie: "a=b" });
  expect(german.forward).toMatchObject({ "x-offered-language": "de" });
  expect(german.cookies).toEqual(["order-language=de; Path=/; HttpOnly; SameSite=lax"]);
  for (const query of ["", "?language=xx", "?language=de%0d%0aset-cookie:a=b", "?language="]) {
    const other = prepared(`/${query}`, { cookie: "a=b" });
    expect(other.forward).not.toHaveProperty("x-offered-language");
    expect(other.cookies).toEqual([]);
  }
});

test("a product page sets a cookie if the browser has none", () => {
  expect(prepared("/products/kettle").cookies).toEqual(["cookies=kept; Path=/; HttpOnly; SameSite=lax"]);
  expect(prepared("/products/kettle", { cookie: "a=b" }).cookies).toEqual([]);
  expect(prepared("/cart").cookies).toEqual([]);
});

test("a mailed link that a mail program has changed leads to its page, but a form is never redirected", () => {
  const token = "t".repeat(43);
  expect(prepared(`/order-status/${token}.`).redirect).toBe(`/order-status/${token}`);
  expect(prepared(`/order-status/${token}`).redirect).toBeNull();
  expect(prepared(`/order-status/${token}.`, {}, "POST").redirect).toBeNull();
});

test("a form of our own gets its origin back", () => {
  const form = { host: "shop.example", origin: "null", "sec-fetch-site": "same-origin" };
  expect(prepared("/cart", form, "POST").forward).toMatchObject({ origin: "http://shop.example" });
  expect(prepared("/cart", { ...form, "sec-fetch-site": "cross-site" }, "POST").forward).not.toHaveProperty(
    "origin",
  );
});
