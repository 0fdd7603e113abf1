import { expect, test } from "./kit/test.ts";
import { haveOrder, openPayment } from "./steps/by-api.ts";
import { placeButton, placedNumber } from "./steps/checkout.ts";
import { orderHeading, trackingLink } from "./steps/order.ts";

test.describe("the operator", { tag: "@desktop" }, () => {
  test("ships a parcel: the guest gets a mail, and the link shows it", async ({
    guest,
    page,
    operator,
    inbox,
  }) => {
    const { orderNumber } = await haveOrder(guest);
    const link = await trackingLink(inbox, guest.email);
    const sent = await operator.ship(orderNumber, { carrier: "UPS", trackingId: "1Z999AA10123456784" });
    expect(sent.shipmentState).toBe("Shipped");
    const mail = await inbox.waitForMail({ to: guest.email, subject: "is on its way" });
    expect(mail.text).toContain("1Z999AA10123456784");
    await page.goto(link);
    await expect(orderHeading(guest, orderNumber)).toBeVisible();
    const parcel = page.getByText("1Z999AA10123456784");
    await expect(parcel).toBeVisible();
    const follow = page.getByRole("link", { name: "Track with UPS" });
    await expect(follow).toHaveAttribute("href", /^https:\/\/www\.ups\.com\/.*1Z999AA10123456784$/);
    expect(mail.html).toContain((await follow.getAttribute("href")) ?? "");
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await parcel.evaluate((number) => number.getClientRects().length), "lines of the number").toBe(1);
    await expect(page.getByRole("link", { name: "Cancel this order" })).toHaveCount(0);
  });

  test("records a bank transfer", async ({ guest, page, operator }) => {
    await openPayment(guest);
    await page.getByRole("radio", { name: "Bank transfer" }).check();
    await placeButton(guest).click();
    const number = await placedNumber(guest);
    expect(await operator.order(number)).toMatchObject({ paymentState: "Pending" });
    const howToPay = page.getByRole("region", { name: "How to pay" });
    await expect(howToPay).toContainText(number);
    await operator.markPaid(number);
    expect(await operator.order(number)).toMatchObject({ paymentState: "Paid" });
    await page.reload();
    await expect(page.getByText("Bank transfer, paid")).toBeVisible();
    await expect(howToPay).toHaveCount(0);
  });
});
