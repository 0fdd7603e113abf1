import { expect, test } from "vitest";
import { keepPages, putTogether, takeApart } from "./kept-pages.ts";

const pageOf = (text: string) => takeApart("7mB+", [], Buffer.from(text));

test("a page is put together with another nonce, wherever the first one stood", () => {
  const text = (nonce: string) =>
    `<link nonce="${nonce}"/>Ähre<script nonce="${nonce}">["${nonce}"]</script>`;
  const header = (nonce: string) => ["link", `</a.css>; nonce="${nonce}"`] as const;
  const page = takeApart("7mB+", [header("7mB+")], Buffer.from(text("7mB+")));
  const { headers, text: again } = putTogether(page, "k/1=");
  expect(again.toString()).toBe(text("k/1="));
  expect(headers).toEqual([header("k/1=")]);
});

test("no more is kept than there is room for, and the least recently shown page is dropped", () => {
  const pages = keepPages(10);
  for (const key of ["a", "b", "c"]) pages.keep(key, pageOf("three"));
  expect(["a", "b", "c"].filter(pages.find)).toEqual(["b", "c"]);
  pages.find("b");
  pages.keep("d", pageOf("three"));
  expect(["b", "c", "d"].filter(pages.find)).toEqual(["b", "d"]);
});

test("a page that is kept again takes its place, and one that is too large is not kept", () => {
  const pages = keepPages(10);
  for (const text of ["first", "again", "third"]) pages.keep("a", pageOf(text));
  pages.keep("b", pageOf("other"));
  expect(pages.find("a")?.pieces.join("")).toBe("third");
  pages.keep("c", pageOf("eleven bytes"));
  expect(["a", "b", "c"].filter(pages.find)).toEqual([]);
});
