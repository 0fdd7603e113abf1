import type { ReactElement } from "react";
import { plainText } from "./plain-text.ts";

// react-email's own: old mail programs lay tables out differently without it.
const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/**
 * HTML and text from one template. Templates have nothing to wait for, so they are rendered in one go: a quarter of
 * the cost of react-email's render, which reads a stream.
 */
export async function renderParts(body: ReactElement): Promise<{ html: string; text: string }> {
  // Imported here, because Next does not allow the name at the top of a module that pages share.
  const { renderToStaticMarkup } = exportsOf(await import("react-dom/server"));
  const markup = renderToStaticMarkup(body);
  return { html: doctype + markup, text: plainText(markup) };
}

/** esbuild gives all exports of a CommonJS module that is imported on demand as its default. */
function exportsOf<Module extends object>(module: Module & { default?: Module }): Module {
  return module.default ?? module;
}
