import { gzipSync } from "node:zlib";
import type { Page, Request, Response } from "@playwright/test";
import { kettle } from "./demo.ts";
import { expect, test } from "./kit/test.ts";
import { openPlaced, signUpByApi } from "./steps/by-api.ts";
import { findOrder, trackingLink } from "./steps/order.ts";
import { at, guestPages } from "./steps/pages.ts";

/**
 * Gzipped bytes. A trivial page of Next 16.4 loads 135 KB of scripts (node bench/pages.ts measures it anew); a page of
 * the shop may load 15 KB more.
 */
const most = { scripts: 150_000, html: 15_000 };

/** Loads the page again and weighs what the browser fetched. */
async function weigh(page: Page): Promise<{ html: number; scripts: number; shift: number; ahead: string[] }> {
  const ahead: string[] = [];
  const noteAhead = (request: Request) => {
    if (request.headers()["next-router-prefetch"]) ahead.push(request.url());
  };
  const bodies: Promise<{ type: string; size: number }>[] = [];
  const keepBody = (response: Response) => {
    const type = response.request().resourceType();
    if (type !== "document" && type !== "script") return;
    bodies.push(response.body().then((body) => ({ type, size: gzipSync(body).length })));
  };
  page.on("request", noteAhead).on("response", keepBody);
  await page.reload({ waitUntil: "networkidle" });
  // The body of a page that is left is gone.
  page.off("request", noteAhead).off("response", keepBody);
  const sizes = await Promise.all(bodies);
  const of = (type: string) =>
    sizes.filter((each) => each.type === type).reduce((sum, { size }) => sum + size, 0);
  return { html: of("document"), scripts: of("script"), shift: await layoutShift(page), ahead };
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

const pages = {
  ...guestPages,
  "sign-up": at("/sign-up"),
  "forgotten-password": at("/forgot-password"),
};

/** The customer's own pages, each with a form. */
const accountPaths = [
  "/account/orders",
  "/account/profile",
  "/account/addresses",
  "/account/addresses/new",
  "/account/delete",
];

test.describe("pages stay light, and nothing on them shifts", { tag: "@desktop" }, () => {
  const expectLight = async (page: Page) => {
    const { html, scripts, shift, ahead } = await weigh(page);
    expect.soft(scripts, `${page.url()}: scripts were fetched`).toBeGreaterThan(50_000);
    expect.soft(scripts, `${page.url()}: scripts`).toBeLessThan(most.scripts);
    expect.soft(html, `${page.url()}: HTML`).toBeLessThan(most.html);
    expect.soft(shift, `${page.url()}: layout shift`).toBe(0);
    expect.soft(ahead, `${page.url()}: pages fetched before a link is followed`).toEqual([]);
  };

  for (const [name, open] of Object.entries(pages)) {
    test(name, async ({ guest, page }) => {
      await open(guest);
      await expectLight(page);
    });
  }

  test("an order's pages", async ({ page, newPerson, inbox }) => {
    const buyer = await newPerson();
    await openPlaced(buyer);
    const link = await trackingLink(inbox, buyer.email);
    for (const part of ["", "/cancel", "/data", "/data/erase"]) {
      await page.goto(`${link}${part}`);
      await expectLight(page);
    }
  });

  for (const name of ["catalogue", "product", "contact"] as const) {
    test(`${name}, even if the font of headings loads late`, async ({ guest, page }) => {
      const isLate = page.waitForResponse("**/*.woff2").then((response) => response.finished());
      await page.route("**/*.woff2", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        await route.continue();
      });
      await pages[name](guest);
      await isLate;
      expect(await layoutShift(page)).toBe(0);
    });
  }

  test("the account's pages", async ({ guest, page }) => {
    await signUpByApi(guest);
    for (const path of accountPaths) {
      await page.goto(path);
      await expectLight(page);
    }
  });
});

test("what formats an order in the browser is loaded once one is found", { tag: "@desktop" }, async ({
  guest,
  newPerson,
}) => {
  const { orderNumber } = await openPlaced(guest);
  const elsewhere = await newPerson();
  const { page } = elsewhere;
  let scripts = 0;
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts += 1;
  });
  await page.goto("/order-status", { waitUntil: "networkidle" });
  const before = scripts;
  await findOrder(elsewhere, guest.email, orderNumber);
  expect(scripts).toBeGreaterThan(before);
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
  // Programs that show shared links draw no SVG.
  const [picture = ""] = /(?<=property="og:image" content=")[^"]+/.exec(german) ?? [];
  expect((await request.get(picture)).headers()["content-type"]).toBe("image/png");
  const [manifest] = link("manifest").map((tag) => /href="([^"]+)"/.exec(tag)?.[1] ?? "");
  const { lang, description } = await (await request.get(manifest ?? "")).json();
  expect(lang).toBe("de");
  expect(german).toContain(`<html lang="de"`);
  expect(description).not.toBe((await (await request.get("/manifest.webmanifest")).json()).description);
});
