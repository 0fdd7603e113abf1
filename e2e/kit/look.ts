import type { Locator } from "@playwright/test";
import { orderNumber } from "../demo.ts";

const widths = [390, 1280];
const schemes = ["light", "dark"] as const;

/**
 * The content and look of a part of a page as text that is the same on every machine: the accessibility tree; the
 * colours, fonts and borders in light and dark; and the position of landmarks and fields on a phone and a desktop. What
 * depends on the machine's fonts, such as heights, is left out.
 */
export async function lookOf(part: Locator): Promise<string> {
  const page = part.page();
  const parts = [maskWhatChanges(await part.ariaSnapshot())];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    parts.push(`## ${colorScheme}`, ...(await part.evaluate(paints)));
  }
  await page.emulateMedia({ colorScheme: "light" });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    parts.push(`## ${width} px`, ...(await part.evaluate(places)).map(maskWhatChanges));
  }
  return `${parts.join("\n")}\n`;
}

/** Runs in the page: each distinct look of each kind of element. */
function paints(root: Element): string[] {
  const backgroundOf = (element: Element | null): string => {
    for (let each = element; each; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if (backgroundColor !== "rgba(0, 0, 0, 0)") return backgroundColor;
    }
    return "nothing";
  };
  const kinds = "h1, h2, h3, a, button, input, select, textarea, label, legend, p, dt, dd";
  const lines = [...root.querySelectorAll(kinds)]
    .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1)
    .map((each) => {
      const { color, fontFamily, fontSize, fontWeight, borderTopWidth, borderTopColor } =
        getComputedStyle(each);
      const border = Number.parseFloat(borderTopWidth) > 0 ? `, border ${borderTopColor}` : "";
      const font = `${fontWeight} ${fontSize} ${fontFamily.split(",")[0]}`;
      return `${each.localName}: ${color} on ${backgroundOf(each)}, ${font}${border}`;
    });
  return [...new Set(lines)].sort();
}

/**
 * Runs in the page: the left edge and the width of the elements that form its columns. Elements whose position depends
 * on the width of text, and so on the machine's fonts, are left out.
 */
function places(root: Element): string[] {
  const kinds = "header, main, footer, form, section, fieldset, input, select, textarea";
  const measure = () =>
    [...root.querySelectorAll(kinds)]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 24)
      .map((each) => {
        const { left, width } = each.getBoundingClientRect();
        const name = each.getAttribute("name") ?? each.getAttribute("aria-label") ?? "";
        return `${each.localName} ${name}: ${Math.round(left)} + ${Math.round(width)}`.replace(" :", ":");
      });
  const asDrawn = measure();
  const wider = new CSSStyleSheet();
  wider.replaceSync("* { letter-spacing: 2px !important }");
  document.adoptedStyleSheets.push(wider);
  const withWiderLetters = measure();
  document.adoptedStyleSheets.pop();
  return asDrawn.filter((line, index) => line === withWiderLetters[index]);
}

const day =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d)/;

/** Masks what differs in every run: addresses, order numbers, ids, links, days. Of a list, the chosen option stays. */
function maskWhatChanges(tree: string): string {
  return tree
    .replace(/guest-[\w-]{36}@mail\.example/g, "(address)")
    .replace(new RegExp(orderNumber, "g"), "(number)")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "(id)")
    .replace(/\/[\w-]{43}(?=\/|$|")/gm, "/(token)")
    .replace(/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), [A-Z][a-z]{2} \d{1,2}\b/g, "(day)")
    .split("\n")
    .filter((line) => !line.includes("- option ") || line.endsWith("[selected]"))
    .map((line) => (day.test(line) ? line.replace(/^(\s*- \w+).*$/, "$1 (with a day)") : line))
    .join("\n");
}
