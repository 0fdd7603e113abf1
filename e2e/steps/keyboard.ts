import type { Locator, Page } from "@playwright/test";

const mostPresses = 60;

/** Presses Tab until `wanted` has the focus, as somebody without a mouse does. Returns how often. */
export async function tabTo(page: Page, wanted: Locator): Promise<number> {
  await wanted.waitFor();
  for (let presses = 0; presses < mostPresses; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return presses;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${mostPresses} presses of Tab do not lead to ${wanted}`);
}
