import { expect, test } from "./kit/test.ts";
import { signIn, signOut } from "./steps/account.ts";
import { haveAccount } from "./steps/by-api.ts";

test("a wrong password and an address without an account get the same answer", async ({ guest, page }) => {
  await haveAccount(guest);
  for (const email of [guest.email, `nobody-${guest.email}`]) {
    await page.goto("/sign-in");
    await signIn({ ...guest, email }, "not the password");
    await expect(page.getByRole("main").getByRole("alert")).toHaveText(
      "There is a problemThat email address and password do not match. Check both, or choose a new password.",
    );
    await expect(page.getByRole("textbox", { name: "Email address" })).toHaveValue(email);
  }
});

test("a forgotten password can be reset by mail, once, which ends other sessions", async ({
  customer,
  page,
  newPerson,
  inbox,
}) => {
  const elsewhere = await newPerson({ email: customer.email });
  const { page: stranger } = elsewhere;
  for (const email of [`nobody-${customer.email}`, customer.email]) {
    await stranger.goto("/forgot-password");
    await stranger.getByRole("textbox", { name: "Email address" }).fill(email);
    await stranger.getByRole("button", { name: "Email me a link" }).click();
    await expect(stranger.getByRole("heading", { name: "Check your inbox" })).toBeVisible();
  }
  const link = await inbox.waitForLink(customer.email, "/reset-password/");
  await stranger.goto(link);
  await stranger.getByLabel("New password", { exact: true }).fill("other words in a row");
  await stranger.getByRole("button", { name: "Save the new password" }).click();
  await expect(stranger.getByRole("main").getByText("Your password is changed.")).toBeVisible();
  await signIn(elsewhere);
  await expect(stranger.getByRole("main").getByText("do not match").first()).toBeVisible();
  await signIn(elsewhere, "other words in a row");
  await expect(stranger.getByRole("heading", { name: "Your account" })).toBeVisible();
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(await inbox.mailsTo(`nobody-${customer.email}`)).toEqual([]);
});

test("name and password can be changed, and the old password no longer works", async ({ customer, page }) => {
  await page.goto("/account/profile");
  await page.getByRole("textbox", { name: "Full name" }).fill("Ida Marsh");
  await page.getByRole("button", { name: "Save the name" }).click();
  await expect(page.getByRole("main").getByText("Your name is changed.")).toBeVisible();
  await page.getByLabel("Current password", { exact: true }).fill("not the password");
  await page.getByLabel("New password", { exact: true }).fill("other words in a row");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("main").getByText("That is not your password.").first()).toBeVisible();
  await page.getByLabel("Current password", { exact: true }).fill(customer.password);
  await page.getByLabel("New password", { exact: true }).fill("other words in a row");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("main").getByText("Your password is changed.")).toBeVisible();
  await signOut(customer);
  await signIn(customer);
  await expect(page.getByRole("main").getByText("do not match").first()).toBeVisible();
  await signIn(customer, "other words in a row");
  await expect(page.getByRole("heading", { name: "Hello, Ida Marsh" })).toBeVisible();
});
