import type { Page } from "@playwright/test";
import { kettle } from "./demo.ts";
import { expect, test } from "./kit/test.ts";
import { openDelivery } from "./steps/by-api.ts";
import { sendAddress, shownNumber } from "./steps/checkout.ts";

/** The texts of a language's pages that the journey uses. */
type Tongue = {
  lang: string;
  dir: "ltr" | "rtl";
  addToCart: string;
  cart: string;
  checkOut: string;
  email: string;
  toDelivery: string;
  country: [label: string, value: string];
  address: Record<string, string>;
  toPayment: string;
  card: RegExp;
  place: RegExp;
  thanks: RegExp;
  subject: (number: string) => string;
  order: (number: string) => string;
  /** The format of an amount. */
  amount: RegExp;
};

const german: Tongue = {
  lang: "de",
  dir: "ltr",
  addToCart: "In den Warenkorb",
  cart: "Ihr Warenkorb",
  checkOut: "Als Gast zur Kasse",
  email: "E‑Mail-Adresse",
  toDelivery: "Weiter zur Lieferung",
  country: ["Land", "DE"],
  address: {
    "Vor- und Nachname": "Jürgen Weiß",
    "Straße und Hausnummer": "Große Straße 7",
    Ort: "Köln",
    Postleitzahl: "50667",
  },
  toPayment: "Weiter zur Zahlung",
  card: /angenommen/,
  place: /^Jetzt kaufen/,
  thanks: /^Vielen Dank, Jürgen/,
  subject: (number) => `Ihre Bestellung ${number} ist eingegangen`,
  order: (number) => `Bestellung ${number}`,
  amount: /\d+,\d\d\s[$€]/,
};

const arabic: Tongue = {
  lang: "ar",
  dir: "rtl",
  addToCart: "أضف إلى السلة",
  cart: "سلة التسوق",
  checkOut: "إتمام الشراء كضيف",
  email: "البريد الإلكتروني",
  toDelivery: "المتابعة إلى التوصيل",
  country: ["البلد", "DE"],
  address: {
    "الاسم الكامل": "ليلى حسن",
    العنوان: "Sonnenallee 12",
    المدينة: "Berlin",
    "الرمز البريدي": "12047",
  },
  toPayment: "المتابعة إلى الدفع",
  card: /مقبولة/,
  place: /^تأكيد الطلب/,
  thanks: /^شكرًا لك يا ليلى/,
  subject: (number) => `استلمنا طلبك ${number}`,
  order: (number) => `الطلب ${number}`,
  amount: /[٠-٩]+٫[٠-٩]{2}\sUS\$/,
};

async function expectTongue(page: Page, { lang, dir }: Pick<Tongue, "lang" | "dir">): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", lang);
  await expect(page.locator("html")).toHaveAttribute("dir", dir);
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll, "nothing is wider than the screen").toBeLessThanOrEqual(client);
}

/** Buys a kettle as a guest. Returns the order's number. */
async function buyIn(page: Page, words: Tongue, email: string): Promise<string> {
  await page.goto(`/products/${kettle.slug}`);
  await expectTongue(page, words);
  await page.getByRole("button", { name: words.addToCart }).click();
  await expect(page.getByRole("heading", { name: words.cart })).toBeVisible();
  await expectTongue(page, words);
  await page.getByRole("button", { name: words.checkOut }).click();
  await page.getByRole("textbox", { name: words.email }).fill(email);
  await expectTongue(page, words);
  await page.getByRole("button", { name: words.toDelivery }).click();
  const [country, code] = words.country;
  await page.getByRole("combobox", { name: country, exact: true }).selectOption(code);
  for (const [label, value] of Object.entries(words.address)) {
    // The billing address has the same labels.
    const field = page.getByLabel(label, { exact: true }).filter({ visible: true });
    await field.fill(value);
  }
  await expectTongue(page, words);
  await page.getByRole("button", { name: words.toPayment }).click();
  await page.getByRole("radio", { name: words.card }).check();
  await expectTongue(page, words);
  await page.getByRole("button", { name: words.place }).click();
  await expect(page.getByRole("heading", { name: words.thanks })).toBeVisible({ timeout: 20_000 });
  await expectTongue(page, words);
  return shownNumber(page);
}

for (const [locale, words] of [
  ["de-DE", german],
  ["ar-EG", arabic],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test("a guest buys in the language of the browser, and mail and order page use it, too", {
      tag: ["@desktop", "@phone"],
    }, async ({ guest, page, newPerson, inbox }) => {
      const number = await buyIn(page, words, guest.email);
      const mail = await inbox.waitForMail({ to: guest.email });
      expect(mail.subject).toBe(words.subject(number));
      expect(mail.html).toMatch(new RegExp(`<html[^>]* dir="${words.dir}"[^>]* lang="${words.lang}"`));
      expect(mail.text).toMatch(words.amount);

      // On another device, whose browser asks for English, the order is in the language that it was placed in.
      const { page: device } = await newPerson({ context: { locale: "en-US" } });
      await device.goto(mail.links.find((link) => link.includes("/order-status/")) ?? "");
      await expect(device.getByRole("heading", { name: words.order(number) })).toBeVisible();
      await expectTongue(device, words);
      await device.getByRole("button", { name: "English" }).click();
      await expect(device.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
      await expectTongue(device, { lang: "en", dir: "ltr" });
    });
  });
}

test("the language of the open page can be switched, and is kept, even without scripts @nojs", async ({
  page,
}) => {
  const address = `/products/${kettle.slug}`;
  await page.goto(address);
  await expectTongue(page, { lang: "en", dir: "ltr" });
  await page.getByRole("button", { name: "العربية" }).click();
  await expect(page.getByRole("button", { name: arabic.addToCart })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(address);
  await expectTongue(page, arabic);
  await page.goto("/");
  await expectTongue(page, arabic);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("link", { name: "Anmelden" })).toBeVisible();
  await expectTongue(page, german);
});

test("the language is switched in place, and the choice is kept for the next page", async ({ page }) => {
  await page.goto(`/products/${kettle.slug}`);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("button", { name: german.addToCart })).toBeVisible();
  await expectTongue(page, german);
  await page.getByRole("button", { name: german.addToCart }).click();
  await expect(page.getByRole("heading", { name: german.cart })).toBeVisible();
  await page.getByRole("link", { name: "Alle Artikel" }).first().click();
  await expect(page.getByRole("button", { name: "Suchen" })).toBeVisible();
});

test("after a switch the form keeps its input, and nothing of it is in the other language", async ({
  guest,
  page,
}) => {
  await openDelivery(guest);
  await page.getByRole("combobox", { name: "Country" }).selectOption("JP");
  const prefecture = page.getByRole("combobox", { name: "Prefecture" });
  await expect(prefecture).toBeVisible();
  await page.getByRole("textbox", { name: "Address", exact: true }).fill("Chuo 1-2-3");
  await sendAddress(guest);
  await expect(page.getByText("There is a problem")).toBeVisible();
  await expect(prefecture).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("combobox", { name: "Präfektur" })).toBeVisible();
  await expect(page.getByRole("radio", { name: /Zollgebühren/ })).toBeVisible();
  await expect(page.getByText("There is a problem")).toBeHidden();
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Straße und Hausnummer" })).toHaveValue("Chuo 1-2-3");
  await page.getByRole("button", { name: german.toPayment }).click();
  await expect(page.getByRole("alert").getByText("Das hat noch nicht geklappt")).toBeVisible();
});

test("an unsupported language is ignored", async ({ page, context, shop }) => {
  await context.addCookies([{ name: "language", value: "../../x", url: shop }]);
  const response = await page.goto("/?language=%3Cscript%3E");
  expect(response?.status()).toBe(200);
  await expectTongue(page, { lang: "en", dir: "ltr" });
});
