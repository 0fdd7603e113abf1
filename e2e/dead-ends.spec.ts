import type { Page } from "@playwright/test";
import { kettle } from "./demo.ts";
import { expect, test } from "./kit/test.ts";
import { openPlaced } from "./steps/by-api.ts";

const nothing = "There is nothing here";
const noId = "00000000-0000-4000-8000-000000000000";

/** Checks the status, the title, the shop's frame, and a link to continue. */
async function expectDeadEnd(page: Page, path: string, heading: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(404);
  await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(heading));
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
}

for (const tag of ["@nojs", "@desktop"]) {
  test.describe(tag === "@nojs" ? "without scripts" : "with scripts", { tag }, () => {
    test("a missing page says so, with a link to continue", async ({ page }) => {
      await expectDeadEnd(page, "/no/such/page", nothing);
      await expectDeadEnd(page, "/products/no-such-thing", nothing);
      await expectDeadEnd(page, `/checkout/placed/${noId}`, nothing);
      await expectDeadEnd(page, "/checkout/placed/x", nothing);
      await expectDeadEnd(page, `/checkout/placed/${noId}/cancel`, nothing);
      await expectDeadEnd(page, `/checkout/paying/${noId}`, nothing);
      const deadLink = "This link does not open an order";
      await expectDeadEnd(page, "/order-status/no-such-link", deadLink);
      await expectDeadEnd(page, "/order-status/no-such-link/data", deadLink);
      await expectDeadEnd(page, "/order-status/no-such-link/cancel", deadLink);
      await expectDeadEnd(page, "/order-status/no-such-link/cancel/no-such-proof", deadLink);
    });

    test("a list without products says why, and its link leads to products", async ({ page }) => {
      for (const [path, title, link] of [
        ["/?page=400", /^This list has only/, "Show the last page"],
        ["/?search=zzzz", "We have nothing like that", "Show all goods"],
        ["/?category=none", "Nothing here yet", "Show all goods"],
      ] as const) {
        await page.goto(path);
        await expect(page.getByRole("heading", { name: title })).toBeVisible();
        await page.getByRole("link", { name: link }).click();
        await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
      }
    });

    test("somebody else's order is not found", async ({ guest, page, newPerson }) => {
      await openPlaced(guest);
      const { page: stranger } = await newPerson({ context: { javaScriptEnabled: tag !== "@nojs" } });
      await expectDeadEnd(stranger, new URL(page.url()).pathname, nothing);
    });

    test("a browser that blocks cookies gets a message, and no guest is created", async ({
      page,
      context,
    }) => {
      for (let click = 0; click < 2; click += 1) {
        await page.goto(`/products/${kettle.slug}`);
        await context.clearCookies();
        await page.getByRole("button", { name: "Add to cart" }).click();
        await expect(page.getByText("Without cookies the cart cannot be kept.")).toBeVisible();
        expect((await context.cookies()).map(({ name }) => name)).toEqual(["cookies"]);
      }
    });
  });
}

test("the title says that an entry of the address book is missing", { tag: "@desktop" }, async ({
  customer: _,
  page,
}) => {
  for (const path of [`/account/addresses/${noId}`, `/account/addresses/${noId}/remove`]) {
    await expectDeadEnd(page, path, nothing);
  }
});

test("search engines see the products and nothing private", { tag: "@desktop" }, async ({ request }) => {
  const robots = await (await request.get("/robots.txt")).text();
  const sitemap = await (await request.get(/Sitemap: (.*)/.exec(robots)?.[1] ?? "")).text();
  expect(sitemap).toContain(`/products/${kettle.slug}</loc>`);
  expect(sitemap).not.toMatch(/\/(cart|checkout|account|order-status)/);
  const nowhere = /<meta name="robots" content="noindex/;
  expect(await (await request.get("/?search=kettle")).text()).toMatch(nowhere);
  expect(await (await request.get("/?category=none")).text()).toMatch(nowhere);
  expect(await (await request.get("/?page=400")).text()).toMatch(nowhere);
  const html = await (await request.get(`/products/${kettle.slug}`)).text();
  expect(html).not.toMatch(nowhere);
  const json = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/.exec(html)?.[1] ?? "";
  expect(JSON.parse(json)).toMatchObject({ "@type": "Product", name: kettle.name });
  for (const icon of [
    "/favicon.ico",
    "/apple-touch-icon.png",
    "/icon-192.png",
    "/favicon.svg",
    "/manifest.webmanifest",
  ]) {
    expect((await request.get(icon)).status(), icon).toBe(200);
  }
  const picture = await request.get(`/products/${kettle.slug}.svg`);
  expect(picture.headers()["cache-control"]).toMatch(/max-age=[1-9]\d{5}/);
  const edition = await request.get(`/products/${kettle.slug}.svg?v=1`);
  expect(edition.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
});

test("browsers must not guess the type of a file", { tag: "@desktop" }, async ({ request }) => {
  const stylesheet = /\/_next\/static\/[^"]+\.css/.exec(await (await request.get("/")).text())?.[0] ?? "";
  for (const file of [stylesheet, "/favicon.svg", `/products/${kettle.slug}.svg`, "/robots.txt"]) {
    expect((await request.get(file)).headers(), file).toMatchObject({ "x-content-type-options": "nosniff" });
  }
});
