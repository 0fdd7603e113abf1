import { expect, type Page } from "@playwright/test";

export type Size = { width: number; text: number };

/**
 * Widths of phones in CSS pixels, and text sizes in percent. No breakpoint lies between the narrowest and the widest.
 */
const phones: Size[] = [
  { width: 320, text: 100 },
  { width: 320, text: 200 },
  { width: 390, text: 100 },
  { width: 390, text: 200 },
];

/** Fails if an element of the open page crosses the edge of the screen or of its column, at each size. */
export async function expectNothingTooWide(page: Page, sizes: readonly Size[] = phones): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const { width, text } of sizes) {
    await page.setViewportSize({ width, height: 800 });
    const found = await page.evaluate(measure, text);
    expect(found, `${page.url()} at ${width} px and ${text} %`).toEqual({ over: 0, wide: [], out: [] });
  }
}

/** Runs in the page. Allows half a pixel for rounding. */
function measure(percent: number) {
  const name = (element: Element) => element.outerHTML.slice(0, 120);
  const { documentElement: root, body } = document;
  root.style.fontSize = `${percent}%`;
  const over = root.scrollWidth - root.clientWidth;
  const wide = [...body.querySelectorAll("*")].filter(
    (each) => each.getBoundingClientRect().right > root.clientWidth + 0.5,
  );
  const out = [...body.querySelectorAll("input, select, textarea, button")].filter((each) => {
    const box = each.getBoundingClientRect();
    const column = each.parentElement;
    if (!column || box.width < 2 || getComputedStyle(each).position !== "static") return false;
    const { paddingLeft, paddingRight } = getComputedStyle(column);
    const { left, right } = column.getBoundingClientRect();
    return (
      box.left < left + Number.parseFloat(paddingLeft) - 0.5 ||
      box.right > right - Number.parseFloat(paddingRight) + 0.5
    );
  });
  return { over, wide: over > 0 ? wide.slice(0, 5).map(name) : [], out: out.slice(0, 5).map(name) };
}

/** The words of the open page that go on in another line, without URLs. */
export function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    while (texts.nextNode()) {
      const node = texts.currentNode;
      for (const { 0: word, index } of (node.nodeValue ?? "").matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1 && !/^https?:/.test(word)) broken.push(word);
      }
    }
    return broken;
  });
}
