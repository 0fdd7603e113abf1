import fc from "fast-check";
import { NextIntlClientProvider } from "next-intl";
import { createElement, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { messagesIn } from "#lib/platform/i18n/messages.ts";
import { Icon } from "../icon.tsx";
import { ItemList } from "../item-list.tsx";
import { Link } from "../link.tsx";
import { Logo } from "../logo.tsx";
import { OrderNumber } from "../order/order-number.tsx";
import { Picture } from "../picture.tsx";
import { Price } from "../price.tsx";
import { Swatch } from "../swatch.tsx";
import { Totals } from "../totals.tsx";
import { htmlOf, ownElement } from "./html-of.ts";

// Elements without keys, literals and handlers would be faults on a page.
const h = createElement;

/** Around a node, so that its hooks are a component's. */
function within(node: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en-US" messages={messagesIn("en")} timeZone="UTC">
      {node}
    </NextIntlClientProvider>,
  );
}

let written = "";
function Written({ children }: { children: ReactNode }) {
  written = htmlOf(children);
  return null;
}

/** What htmlOf makes of a node. Names of attributes are read in any case. */
function ours(node: ReactNode): string {
  within(<Written>{node}</Written>);
  return written.toLowerCase();
}

/** What React makes of it, without what it adds to the document's head. */
function reacts(node: ReactNode): string {
  return within(node)
    .toLowerCase()
    .replace(/^<link [^>]*>/, "");
}

const line = {
  id: "1",
  name: "Tea & <b>",
  variantTitle: `"14 oz"`,
  image: "/a.svg",
  quantity: 2,
  lineTotal: 5600,
};
const totals = { subtotal: 5600, discount: 600, shipping: 0, tax: 448, total: 5448 };

describe("htmlOf writes what React writes", () => {
  test.each<[string, ReactNode]>([
    ["an icon", h(Icon, { name: "truck", className: "size-6" })],
    ["a drawing", h(Logo, { className: "size-8" })],
    ["a swatch", h(Swatch, { color: "#abc" })],
    ["a link", h(Link, { href: "/cart?a=1&b='2'", "aria-current": "page", "aria-label": "To <the> cart" })],
    ["a picture", h(Picture, { src: "/a.svg", alt: "", size: 64, loading: "lazy", "data-variant": 1 })],
    ["a reduced price", h(Price, { amount: 1200, was: 1500, currency: "USD" })],
    ["a list of items", h(ItemList, { lines: [line, { ...line, id: "2", image: null }], currency: "USD" })],
    [
      "totals",
      h(Totals, { totals, currency: "USD", taxIncluded: false, codes: ["A&B"], shippingName: null }),
    ],
    ["a number in a text", h(OrderNumber, { number: "SC-1", children: "Order SC-1." })],
    [
      "what is there and what is not",
      h("p", { hidden: true, tabIndex: -1, "aria-hidden": false, className: "", lang: undefined }, [
        [0, null, undefined, true, false, h(Fragment, { key: "b" }, "a", h("br"))],
      ]),
    ],
    ["a label and a moment", h("label", { htmlFor: "a" }, h("time", { dateTime: "2026-11-29" }, "today"))],
  ])("%s", (_name, node) => {
    expect(ours(node)).toBe(reacts(node));
    expect(ours(node).length).toBeGreaterThan(5);
  });

  test("any text, beside elements and in attributes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const node = h("p", { title: text, "data-text": text }, h("b", null, text));
        expect(ours(node)).toBe(reacts(node));
      }),
    );
  });
});

test("an address that runs as a script is left out", () => {
  for (const href of ["javascript:alert(1)", " JavaScript:1", "java\nscript:1", "\u0001javascript:1"]) {
    expect(htmlOf(h("a", { href }, "to"))).toBe("<a>to</a>");
  }
  expect(htmlOf(h("a", { href: "/javascript:1" }, "to"))).toBe(`<a href="/javascript:1">to</a>`);
});

describe("what is more than markup is refused", () => {
  const Waits = async () => "later";
  const OfBrowser = Object.assign(() => null, { $$typeof: Symbol.for("react.client.reference") });
  test.each<[string, ReactNode, string]>([
    ["a component that waits", h(Waits), "a component that waits: Waits"],
    ["a client component", h(OfBrowser), "a client component: "],
    ["a field", h("input"), "a input"],
    ["a handler", h("p", { onClick: () => {} }), "a onClick"],
    ["a style", h("p", { style: { top: 0 } }), "a style"],
    ["HTML of others", h("p", { dangerouslySetInnerHTML: { __html: "" } }), "a dangerouslySetInnerHTML"],
    ["a promise", Promise.resolve("a"), "something that is not an element"],
  ])("%s", (_name, node, message) => {
    expect(() => htmlOf(h("div", null, node))).toThrow(`Html contains ${message}`);
  });
});

test("ownElement finds the element that components come to", () => {
  const List = ({ children }: { children?: ReactNode }) => h("ul", { className: "a" }, children);
  const Outer = ({ children }: { children?: ReactNode }) => h(List, null, children);
  const own = ownElement(h(Outer, null, "b"));
  expect(own).toMatchObject({ type: "ul", props: { className: "a", children: "b" } });
  expect(ownElement(h(() => null))).toBeNull();
  expect(() => ownElement(h(Fragment, null, "two"))).toThrow("Html is not of one element");
});
