import { readFile } from "node:fs/promises";
import { confirmAddress, linkFrom, orderLink, signIn, signUp } from "./account-steps.ts";
import { buy } from "./journey.ts";
import { expect, test } from "./support/test.ts";

for (const tag of ["@desktop", "@nojs"]) {
  test(`orders of another device are claimed by the mailbox, one by one (${tag})`, { tag }, async ({
    page,
    browser,
    inbox,
    freshAddress,
  }) => {
    const otherDevice = await browser.newPage();
    const mine = await buy(otherDevice, freshAddress);
    const notMine = await buy(otherDevice, freshAddress);
    await otherDevice.close();

    await signUp(page, freshAddress);
    await page.goto("/account/orders");
    await expect(page.getByRole("main").getByText("No orders yet")).toBeVisible();
    await expect(page.getByRole("main").getByText("Mail me the link")).toBeHidden();
    await confirmAddress(page, inbox, freshAddress);

    await page.goto("/account/orders");
    await expect(page.getByRole("main").getByText(`2 orders were placed with ${freshAddress}`)).toBeVisible();
    await page.getByRole("button", { name: "Mail me the link" }).click();
    await expect(page.getByRole("main").getByText("The mail with the link is on its way.")).toBeVisible();
    const link = await linkFrom(inbox, freshAddress, "/account/claim/");

    // Opening it moves nothing and does not use it up, whoever opens it.
    const scanner = await browser.newPage();
    await scanner.goto(link);
    await expect(
      scanner.getByRole("main").getByText("Sign in to the account that asked for this link"),
    ).toBeVisible();
    await page.goto(link);
    await page.reload();
    for (const number of [mine, notMine])
      await expect(page.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
    await page
      .getByRole("group", { name: `Whose is order ${mine}?` })
      .getByRole("radio", { name: /^It is mine/ })
      .check();
    await page
      .getByRole("group", { name: `Whose is order ${notMine}?` })
      .getByRole("radio", { name: /^It is not mine/ })
      .check();
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(
      page.getByRole("main").getByText("The orders you picked are in your account now."),
    ).toBeVisible();
    await expect(orderLink(page, mine)).toBeVisible();
    await expect(orderLink(page, notMine)).toBeHidden();
    await expect(page.getByRole("main").getByText("Mail me the link")).toBeHidden();
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
    await scanner.close();
  });
}

test("a link to claim orders is of no use to another account, and coming back from signing in opens it", async ({
  page,
  browser,
  inbox,
  freshAddress,
}) => {
  const otherDevice = await browser.newPage();
  const number = await buy(otherDevice, freshAddress);
  await otherDevice.close();
  await signUp(page, freshAddress);
  await confirmAddress(page, inbox, freshAddress);
  await page.goto("/account/orders");
  await page.getByRole("button", { name: "Mail me the link" }).click();
  const link = await linkFrom(inbox, freshAddress, "/account/claim/");

  const stranger = await browser.newPage();
  await signUp(stranger, `stranger-${freshAddress}`);
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await stranger.close();

  const phone = await browser.newPage();
  await phone.goto(link);
  await signIn(phone, freshAddress);
  await expect(phone.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
  await phone.getByRole("button", { name: "Confirm" }).click();
  await expect(phone.getByRole("main").getByText("Nothing was moved.")).toBeVisible();
  await phone.goto(link);
  await expect(phone.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
  await phone.close();
});

test("a guest takes the data along, and erases it once the order is not on its way any more", async ({
  page,
  inbox,
  freshAddress,
}) => {
  const number = await buy(page, freshAddress);
  const link = await linkFrom(inbox, freshAddress, "/order-status/");
  await page.goto(link);
  await page.getByRole("link", { name: "See, download or erase what we keep of you" }).click();
  await expect(page.getByRole("heading", { name: "Your data" })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download my data" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("my-data.json");
  const data = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(data).toMatchObject({ orders: [{ orderNumber: number, email: freshAddress }] });

  await page.getByRole("link", { name: "Erase my data" }).click();
  await page.getByRole("button", { name: "Erase my data for good" }).click();
  await expect(page.getByRole("main").getByText("An order is still on its way")).toBeVisible();

  const origin = new URL(link).origin;
  const cancel = `/store/orders/${data.orders[0].id}/cancel`;
  expect((await page.request.post(cancel, { headers: { origin } })).status()).toBe(200);
  await page.getByRole("button", { name: "Erase my data for good" }).click();
  await expect(page.getByRole("heading", { name: "Your data is erased" })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link does not open an order" })).toBeVisible();
  expect((await page.goto(`${link}/data`))?.status()).toBe(404);
  expect((await page.request.get(`${link}/data/download`)).status()).toBe(404);
});
