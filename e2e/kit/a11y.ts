import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, type TestInfo } from "@playwright/test";

type Results = Awaited<ReturnType<AxeBuilder["analyze"]>>;
type Finding = Results["violations"][number];

declare global {
  /** In a page, once AxeBuilder has brought it. */
  var axe: { run(within: Document, options: object): Promise<Results> };
}

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
      const light = await bringAxe(page).withTags(rules).analyze();
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      const dark = await findingsOf(page, colourRules);
      await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
      const size = page.viewportSize() ?? phone;
      await page.setViewportSize(phone);
      const small = await findingsOf(page, sizeRules);
      await page.setViewportSize(size);
      const { url, incomplete } = light;
      const found = { light: light.violations, dark, small };
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

/**
 * Brings axe into the page. Without its separate result page: nothing here is in a frame of another origin. What passes
 * is not described, which takes longer than all else.
 */
function bringAxe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations", "incomplete"] });
}

/** What the axe that is in the page already finds by these rules. */
function findingsOf(page: Page, values: string[]): Promise<Results["violations"]> {
  return page.evaluate(async (names) => {
    const options = { runOnly: { type: "rule", values: names }, resultTypes: ["violations"] };
    return (await axe.run(document, options)).violations;
  }, values);
}

function namely({ id, nodes }: Finding): string {
  return `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`;
}
