import type { ReactElement } from "react";
// Imported by name, so that bundlers leave out Tailwind and the highlighter: half of the library's memory.
import { render } from "react-email";
import { plainText } from "./plain-text.ts";

/** HTML and text from one template. */
export async function renderParts(body: ReactElement): Promise<{ html: string; text: string }> {
  const html = await render(body);
  return { html, text: plainText(html) };
}
