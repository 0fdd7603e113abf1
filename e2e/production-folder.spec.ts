import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./kit/test.ts";
import { openElsewhere } from "./support/elsewhere.ts";

const customer = { email: "ada@example.com", password: "saltmarsh-demo-1" };

/** "1: what it printed on standard error", of a program that failed. */
async function failureOf(run: Promise<string>): Promise<string> {
  return run.then(
    (output) => `0: ${output}`,
    ({ code, stderr }) => `${code}: ${stderr.replace(/^BETTER_AUTH_SECRET or .*\n/, "")}`,
  );
}

const incomplete = `1: The configuration is not valid (see .env.example):
  DATABASE_URL: is required
Correct it in the environment or in .env.
`;

const notMigrated = "1: The database is not migrated.\nRun node migrate.js first.\n";

/** Buys a kettle through the store API. Returns the order's number. */
async function buyKettle(request: APIRequestContext, shopUrl: string): Promise<string> {
  const data = async (method: "GET" | "POST" | "PUT", path: string, body?: object) => {
    const response = await request.fetch(`${shopUrl}${path}`, { method, headers, data: body });
    expect([path, response.ok()]).toEqual([path, true]);
    Object.assign(headers, { "x-cart-token": response.headers()["x-cart-token"] ?? "" });
    return response.json();
  };
  const headers = { origin: shopUrl };
  await data("POST", "/auth/sign-in/email", customer);
  const { data: product } = await data("GET", "/store/products/stovetop-kettle");
  await data("POST", "/store/cart/lines", { variantId: product.variants[0].id, quantity: 1 });
  await data("PUT", "/store/cart/address", {
    shippingAddress: {
      ...{ firstName: "Ada", lastName: "Merrow", line1: "12 Harbor Road" },
      ...{ city: "Astoria", region: "OR", postalCode: "97103", country: "US" },
    },
  });
  const { data: methods } = await data("GET", "/store/cart/shipping-methods");
  await data("PUT", "/store/cart/shipping-method", { shippingMethodId: methods[0].id });
  const { data: order } = await data("POST", "/store/checkout/place-order", { paymentProvider: "manual" });
  return order.orderNumber;
}

test("@desktop the production folder runs elsewhere with Node alone, and each of its programs works", async ({
  request,
  isLasting,
}) => {
  test.skip(isLasting, "This tests the local build, not the shop under test.");
  test.setTimeout(180_000);
  const { shopUrl, inbox, files, megabytes, run, start, close } = await openElsewhere();
  try {
    expect(megabytes).toBeLessThan(70);
    // The programs refer to it.
    expect(files).toContain(".env.example");
    for (const [program = "", ...args] of [
      ["seed.js"],
      ["jobs.js"],
      ["payments.js"],
      ["erase.js", "guest@example.com"],
    ])
      expect([program, await failureOf(run(program, {}, ...args))]).toEqual([program, notMigrated]);
    expect(await run("migrate.js")).toMatch(/^Applied \d{14}_/);
    expect(await run("migrate.js")).toBe("Nothing to apply.\n");
    expect(await run("seed.js", {}, "--help")).toBe("Write: node seed.js\n");
    expect(await failureOf(run("seed.js", {}, "demo"))).toBe('1: What is "demo" for?\nWrite: node seed.js\n');
    expect(await run("seed.js")).toBe("The database has the demo shop.\n");
    expect(await run("seed.js")).toMatch(/^The database already has products/);
    for (const program of [
      "migrate.js",
      "web.js",
      "worker.js",
      "seed.js",
      "jobs.js",
      "payments.js",
      "erase.js",
    ])
      expect([program, await failureOf(run(program, { DATABASE_URL: "" }))]).toEqual([program, incomplete]);

    const stopWeb = start("web.js");
    await expect(async () => expect((await request.get(`${shopUrl}/readyz`)).status()).toBe(200)).toPass();
    const orderNumber = await buyKettle(request, shopUrl);
    const page = await (await request.get(`${shopUrl}/products/stovetop-kettle`)).text();
    expect(page.match(/<title>[^<]*/)?.[0]).toContain("Stovetop Kettle");
    const [style] = page.match(/\/_next\/static\/[^"]+\.css/) ?? [];
    expect((await request.get(`${shopUrl}${style}`)).status()).toBe(200);
    for (const path of ["/docs", "/docs/swagger-ui.css", "/openapi.json", "/favicon.svg"])
      expect([path, (await request.get(`${shopUrl}${path}`)).status()]).toEqual([path, 200]);
    expect(await failureOf(run("web.js"))).toMatch(/^1: The web server cannot use port \d+: .+\nSet PORT /);
    // It logs warnings, of which there were none.
    expect(await stopWeb()).toEqual({ code: 0, log: "" });

    const stopWorker = start("worker.js");
    await expect.poll(() => inbox.received.length, { timeout: 20_000 }).toBe(1);
    expect(inbox.received[0]?.parsed.html).toContain(orderNumber);
    expect(inbox.received[0]?.parsed.html).toContain(`${shopUrl}/`);
    expect(await stopWorker()).toEqual({ code: 0, log: "" });
    expect(await run("jobs.js")).toBe("No job has failed for good.\n");
  } finally {
    await close();
  }
});
