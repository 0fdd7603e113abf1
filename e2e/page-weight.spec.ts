import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { kettle } from "./demo.ts";
import type { Person } from "./kit/person.ts";
import { expect, test } from "./kit/test.ts";
import { openContact, openDelivery, openPayment } from "./steps/by-api.ts";

/**
 * Gzipped bytes. A trivial page of Next 16.4 loads 135 KB of scripts (node bench/pages.ts measures it anew); a page of the
 * shop may load 15 KB more.
 */
const most = { scripts: 150_000, html: 30_000, catalogueHtml: 15_000 };

/** Loads the page again and weighs what the browser fetched. */
async function weigh(page: Page): Promise<{ html: number; scripts: number; shift: number }> {
  const bodies: Promise<{ type: string; size: number }>[] = [];
  page.on("response", (response) => {
    const type = response.request().resourceType();
    if (type !== "document" && type !== "script") return;
    bodies.push(response.body().then((body) => ({ type, size: gzipSync(body).length })));
  });
  await page.reload({ waitUntil: "networkidle" });
  const sizes = await Promise.all(bodies);
  const of = (type: string) =>
    sizes.filter((each) => each.type === type).reduce((sum, { size }) => sum + size, 0);
  return { html: of("document"), scripts: of("script"), shift: await layoutShift(page) };
}

function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
}

const pages: Record<string, (guest: Person) => Promise<unknown>> = {
  catalogue: ({ page }) => page.goto("/"),
  product: ({ page }) => page.goto(`/products/${kettle.slug}`),
  contact: openContact,
  delivery: openDelivery,
  payment: openPayment,
};

test.describe("pages stay light, and nothing on them moves", { tag: "@desktop" }, () => {
  for (const [name, open] of Object.entries(pages)) {
    test(name, async ({ guest, page }) => {
      await open(guest);
      const { html, scripts, shift } = await weigh(page);
      expect(scripts, "scripts were fetched").toBeGreaterThan(50_000);
      expect(scripts, "scripts").toBeLessThan(most.scripts);
      expect(html, "HTML").toBeLessThan(name === "catalogue" ? most.catalogueHtml : most.html);
      expect(shift, "layout shift").toBe(0);
    });
  }
});

test("public pages name their languages, manifest and data for the reader", { tag: "@desktop" }, async ({
  request,
  shop,
}) => {
  const path = `/products/${kettle.slug}`;
  const german = await (await request.get(`${path}?language=de`)).text();
  const link = (rel: string) =>
    [...german.matchAll(/<link [^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(`rel="${rel}"`));
  expect(link("canonical")).toEqual([expect.stringContaining(`href="${shop}${path}?language=de"`)]);
  const languages = link("alternate").map((tag) => /hreflang="([^"]+)"/i.exec(tag)?.[1]);
  expect(languages).toEqual(expect.arrayContaining(["ar", "de", "en", "x-default"]));
  const [manifest] = link("manifest").map((tag) => /href="([^"]+)"/.exec(tag)?.[1] ?? "");
  const { lang, description } = await (await request.get(manifest ?? "")).json();
  expect(lang).toBe("de");
  expect(german).toContain(`<html lang="de"`);
  expect(description).not.toBe((await (await request.get("/manifest.webmanifest")).json()).description);
});
