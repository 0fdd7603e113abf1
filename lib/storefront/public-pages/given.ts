import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "#lib/platform/process-wide.ts";
import type { Frame } from "../visitor/frame.ts";
import type { ShownCatalogue } from "./catalogue.ts";
import type { ShownProduct } from "./product.ts";

/** What a public page shows besides words: all that it depends on, except its address and the reader's locale. */
export type Given = { frame: Frame; catalogue?: ShownCatalogue; product?: ShownProduct };

// Set by the web server, read in the pages' bundle.
const store = processWide("given", () => new AsyncLocalStorage<Given>());

/** Runs `render` for a page that shows `what`. */
export function withGiven<T>(what: Given, render: () => T): T {
  return store.run(what, render);
}

/**
 * A part of what the current page shows. Our web server has read it for a page that it may keep; otherwise it is read
 * now.
 */
export async function given<K extends keyof Given>(
  part: K,
  read: () => Promise<NonNullable<Given[K]>>,
): Promise<NonNullable<Given[K]>> {
  return store.getStore()?.[part] ?? read();
}

/**
 * Checks that the current page may ask who its visitor is. One that our web server keeps is rendered for nobody, and
 * would show everybody an empty cart.
 * @throws Error if it may not
 */
export function requireVisitor(): void {
  if (store.getStore())
    throw new Error("A kept page has no visitor: add what it shows of one to public-pages/read-page.ts");
}
