import { readFile } from "node:fs/promises";
import * as z from "zod";
import { expect, test } from "./kit/test.ts";
import { askForClaim, confirmAddress, orderLink, signIn } from "./steps/account.ts";
import { haveOrder, signUpByApi } from "./steps/by-api.ts";
import { trackingLink } from "./steps/order.ts";

for (const tag of ["@desktop", "@nojs"]) {
  test(`orders from another device are claimed by mail, one by one (${tag})`, { tag }, async ({
    customer,
    page,
    newPerson,
    inbox,
  }) => {
    const elsewhere = await newPerson({ email: customer.email });
    const { orderNumber: mine } = await haveOrder(elsewhere);
    const { orderNumber: notMine } = await haveOrder(elsewhere);

    await page.goto("/account/orders");
    await expect(page.getByRole("main").getByText("No orders yet")).toBeVisible();
    await expect(page.getByRole("main").getByText("Email me the link")).toBeHidden();
    await confirmAddress(customer, inbox);

    const found = `2 orders were placed with ${customer.email}`;
    await expect(page.getByRole("main").getByText(found)).toBeVisible();
    await askForClaim(customer);
    const link = await inbox.waitForLink(customer.email, "/account/claim/");

    // Opening it moves nothing and does not use it up.
    const { page: scanner } = await newPerson();
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
    await expect(orderLink(customer, mine)).toBeVisible();
    await expect(orderLink(customer, notMine)).toBeHidden();
    await expect(page.getByRole("main").getByText("Email me the link")).toBeHidden();
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  });
}

test("a claim link does not work in another account, and opens after signing in to its own", async ({
  customer,
  newPerson,
  inbox,
}) => {
  const { orderNumber: number } = await haveOrder(await newPerson({ email: customer.email }));
  await confirmAddress(customer, inbox);
  await askForClaim(customer);
  const link = await inbox.waitForLink(customer.email, "/account/claim/");

  const stranger = await newPerson();
  await signUpByApi(stranger);
  await stranger.page.goto(link);
  await expect(stranger.page.getByRole("heading", { name: "This link does not work" })).toBeVisible();

  const elsewhere = await newPerson({ email: customer.email });
  const { page: phone } = elsewhere;
  await phone.goto(link);
  await signIn(elsewhere);
  await expect(phone.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
  await phone.getByRole("button", { name: "Confirm" }).click();
  await expect(phone.getByRole("main").getByText("Nothing was moved.")).toBeVisible();
  await phone.goto(link);
  await expect(phone.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
});

test("a guest downloads the data, and erases it once the order has arrived", async ({
  guest,
  page,
  inbox,
}) => {
  const { orderNumber: number, id } = await haveOrder(guest);
  const link = await trackingLink(inbox, guest.email);
  await page.goto(link);
  await page.getByRole("link", { name: "See, download or erase your data" }).click();
  await expect(page.getByRole("heading", { name: "Your data" })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download my data" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("my-data.json");
  const data = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(data).toMatchObject({ orders: [{ orderNumber: number, email: guest.email }] });

  await page.getByRole("link", { name: "Erase my data" }).click();
  await page.getByRole("button", { name: "Erase my data for good" }).click();
  await expect(page.getByRole("main").getByText("An order has not arrived yet")).toBeVisible();

  await guest.call(z.unknown(), "POST", `/store/orders/${id}/cancel`);
  await page.getByRole("button", { name: "Erase my data for good" }).click();
  await expect(page.getByRole("heading", { name: "Your data is erased" })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link does not open an order" })).toBeVisible();
  expect((await page.goto(`${link}/data`))?.status()).toBe(404);
  expect((await page.request.get(`${link}/data/download`)).status()).toBe(404);
});

for (const tag of ["@desktop", "@nojs"]) {
  test(`somebody else with the order's link erases nothing without its mail (${tag})`, { tag }, async ({
    guest,
    newPerson,
    inbox,
  }) => {
    const { id } = await haveOrder(guest);
    const link = await trackingLink(inbox, guest.email);
    await guest.call(z.unknown(), "POST", `/store/orders/${id}/cancel`);
    const { page } = await newPerson();
    await page.goto(`${link}/data/erase`);
    await expect(page.getByRole("button", { name: "Erase my data for good" })).toBeHidden();
    await page.getByRole("button", { name: "Email me the link" }).click();
    const main = page.getByRole("main");
    await expect(main.getByText("The email with the link is on its way.")).toBeVisible();
    expect((await page.goto(`${link}/data/erase/${"x".repeat(43)}`))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();

    await page.goto(await inbox.waitForLink(guest.email, `${new URL(link).pathname}/data/erase/`));
    await page.getByRole("button", { name: "Erase my data for good" }).click();
    await expect(page.getByRole("heading", { name: "Your data is erased" })).toBeVisible();
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link does not open an order" })).toBeVisible();
  });
}
