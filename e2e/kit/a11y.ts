import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, type TestInfo } from "@playwright/test";

type Finding = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number];

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that can give another result in dark mode: only the colours differ there. */
const colourRules = ["color-contrast", "link-in-text-block"];
/** The rules that can give another result on a phone, where the same things are closer together. */
const sizeRules = ["target-size", "scrollable-region-focusable"];
const phone = { width: 390, height: 844 };

export type Accessibility = {
  /**
   * Fails on every finding of axe on the open page, or another one, in light and dark mode and at the size of a phone,
   * and if the page does not have exactly one main heading.
   */
  check(page?: Page): Promise<void>;
};

/** axe on the pages of one test. Its findings are attached to the test's report, page by page. */
export function accessibilityOf(ownPage: Page, info: TestInfo): Accessibility {
  return {
    async check(page = ownPage) {
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const light = await axeAt(page).withTags(rules).analyze();
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      const dark = await axeAt(page).withRules(colourRules).analyze();
      await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
      const size = page.viewportSize() ?? phone;
      await page.setViewportSize(phone);
      const small = await axeAt(page).withRules(sizeRules).analyze();
      await page.setViewportSize(size);
      const { url, incomplete } = light;
      const found = { light: light.violations, dark: dark.violations, small: small.violations };
      await info.attach(`axe ${new URL(url).pathname}`, {
        contentType: "application/json",
        body: JSON.stringify({ url, ...found, incomplete: incomplete.map(({ id }) => id) }, null, 2),
      });
      expect(
        Object.fromEntries(Object.entries(found).map(([how, findings]) => [how, findings.map(namely)])),
        `what axe finds at ${url}`,
      ).toEqual({ light: [], dark: [], small: [] });
    },
  };
}

/** Without axe's separate result page: nothing here is in a frame of another origin. */
function axeAt(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}

function namely({ id, nodes }: Finding): string {
  return `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`;
}
