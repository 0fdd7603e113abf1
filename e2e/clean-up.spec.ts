import * as z from "zod";
import { expect, test } from "./kit/test.ts";
import { signIn } from "./steps/account.ts";
import { haveOrder } from "./steps/by-api.ts";
import { cleanUpAfter } from "./steps/clean-up.ts";

const order = z.object({ data: z.object({ status: z.string() }) });

test.describe("tests clean up after themselves in a lasting shop", { tag: "@desktop" }, () => {
  test("a guest's order is cancelled", async ({ guest }) => {
    const { id } = await haveOrder(guest);
    await cleanUpAfter(guest);
    expect((await guest.call(order, "GET", `/store/orders/${id}`)).data.status).toBe("cancelled");
  });

  test("a customer's order is cancelled and the account deleted", async ({ customer, page, operator }) => {
    const { orderNumber } = await haveOrder(customer);
    await cleanUpAfter(customer);
    expect(await operator.order(orderNumber)).toMatchObject({ orderState: "Cancelled" });
    await signIn(customer);
    await expect(page.getByRole("main").getByText("do not match").first()).toBeVisible();
  });

  test("cleaning up after somebody who only browsed starts no session", async ({ guest, page }) => {
    await page.goto("/");
    await cleanUpAfter(guest);
    const kept = (await page.context().cookies()).map(({ name }) => name);
    expect(kept.filter((name) => name.includes("session"))).toEqual([]);
  });
});
