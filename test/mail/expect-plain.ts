import type { ReactElement } from "react";
import { render, toPlainText } from "react-email";
import { expect } from "vitest";
import { renderParts } from "#lib/mail/render-parts.ts";

/** Expects both parts of a mail to be what react-email makes of it. */
export async function expectPlain(body: ReactElement): Promise<void> {
  expect(await renderParts(body)).toEqual(await plainly(body));
}

/** The way that reads any HTML. */
async function plainly(body: ReactElement): Promise<{ html: string; text: string }> {
  const html = await render(body);
  const line = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
  const text = toPlainText(html, {
    selectors: [
      { selector: "h1", options: { uppercase: false } },
      { selector: "tr[data-text]", format: "block", options: line },
      { selector: 'tr[data-text="item"]', format: "block", options: { ...line, leadingLineBreaks: 2 } },
      { selector: "tr[data-text] > td", format: "inline" },
      { selector: "tr[data-text] > td[data-skip-in-text=true]", format: "skip" },
    ],
  });
  return { html: withoutMarks(html), text: text.replace(/\n{3,}/g, "\n\n").trim() };
}

/** Without the comments by which a stream marks its parts. */
const withoutMarks = (html: string) => html.replace(/<!--( |\/?\$|html|head|body)-->/g, "");
