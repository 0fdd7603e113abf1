import { toPlainText } from "react-email";

/** The text part of a mail, from its HTML: a table row that is marked `data-text` becomes one line. */
export function plainText(html: string): string {
  const text = toPlainText(html, {
    selectors: [
      // Section titles are in capitals; the heading may contain a name.
      { selector: "h1", options: { uppercase: false } },
      {
        selector: "tr[data-text]",
        format: "block",
        options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
      },
      {
        selector: 'tr[data-text="item"]',
        format: "block",
        options: { leadingLineBreaks: 2, trailingLineBreaks: 1 },
      },
      { selector: "tr[data-text] > td", format: "inline" },
    ],
  });
  return text.replace(/\n{3,}/g, "\n\n").trim();
}
