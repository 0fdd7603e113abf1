import { expect, test } from "./kit/test.ts";
import { haveOrder, openPlaced } from "./steps/by-api.ts";
import { orderHeading, trackingLink } from "./steps/order.ts";

for (const tag of ["@desktop", "@nojs"]) {
  test(`a guest cancels in the browser that ordered, after a question (${tag})`, { tag }, async ({
    guest,
    page,
    inbox,
  }) => {
    const { orderNumber } = await openPlaced(guest);
    await page.getByRole("link", { name: "Cancel this order" }).click();
    await expect(page.getByRole("heading", { name: `Cancel order ${orderNumber}?` })).toBeVisible();
    await page.getByRole("link", { name: "No, keep it" }).click();
    await expect(page.getByRole("heading", { name: guest.words.placed.title })).toBeVisible();
    await page.getByRole("link", { name: "Cancel this order" }).click();
    await page.getByRole("button", { name: "Yes, cancel it" }).click();
    await expect(page.getByRole("heading", { name: "This order was cancelled" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Cancel this order" })).toBeHidden();
    await inbox.waitForMail({ to: guest.email, subject: `${orderNumber} was cancelled` });
  });

  test(`on another device the order's link only asks for a mail, which cancels it (${tag})`, { tag }, async ({
    guest,
    newPerson,
    page,
    inbox,
  }) => {
    const buyer = await newPerson({ email: guest.email });
    const { orderNumber } = await haveOrder(buyer);
    await page.goto(await trackingLink(inbox, guest.email));
    await page.getByRole("link", { name: "Cancel this order" }).click();
    await page.getByRole("button", { name: "Email me the link" }).click();
    await expect(page.getByRole("main").getByText("The email with the link is on its way.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Ask for another link" })).toBeVisible();
    const { text } = await inbox.waitForMail({
      to: guest.email,
      subject: `Cancel your order ${orderNumber}?`,
    });
    const link = text.match(/http\S+\/cancel\/[\w-]{43}/)?.[0] ?? "";
    // Opening it changes nothing.
    await page.goto(link);
    await page.reload();
    await page.getByRole("button", { name: "Yes, cancel it" }).click();
    await expect(page.getByRole("main").getByText("The order is cancelled.")).toBeVisible();
    await expect(orderHeading(guest, orderNumber)).toBeVisible();
    await expect(page.getByText("Keep this order")).toHaveCount(0);
    await page.goto(link);
    await expect(page.getByRole("heading", { name: `Order ${orderNumber} is cancelled` })).toBeVisible();
  });
}

test("a cancellation link that is too old or made up leads to another one", async ({
  guest,
  page,
  inbox,
  a11y,
}) => {
  await haveOrder(guest);
  const link = await trackingLink(inbox, guest.email);
  const response = await page.goto(`${link}/cancel/${"x".repeat(43)}`);
  expect(response?.status()).toBe(404);
  await page.getByRole("link", { name: "Ask for another link" }).click();
  // In the browser that ordered no mail is needed.
  await expect(page.getByRole("button", { name: "Yes, cancel it" })).toBeVisible();
  await a11y.check();
  await page.context().clearCookies();
  await page.goto(`${link}/cancel`);
  await expect(page.getByRole("button", { name: "Email me the link" })).toBeVisible();
  await a11y.check();
});

test("an order that has left cannot be cancelled, and its page does not offer it", async ({
  guest,
  page,
  inbox,
  operator,
}) => {
  const { orderNumber } = await haveOrder(guest);
  const link = await trackingLink(inbox, guest.email);
  await operator.ship(orderNumber, { carrier: "UPS", trackingId: "1Z999AA10123456784" });
  await page.goto(link);
  await expect(orderHeading(guest, orderNumber)).toBeVisible();
  await expect(page.getByRole("link", { name: "Cancel this order" })).toBeHidden();
  await page.goto(`${link}/cancel`);
  await expect(
    page.getByRole("heading", { name: `It is too late to cancel order ${orderNumber}` }),
  ).toBeVisible();
});
