import * as React from "react";
import { htmlOf, type Markup, ownElement } from "./html-of.ts";

// React's build for server components has no state.
const isBrowsers = "useState" in React;

/**
 * The same element, whose content goes to the browser as finished HTML. For what the browser has nothing to do with: React
 * would write each of its elements down twice, for the page and for its scripts, read the second again, and bring it to
 * life in the browser. The content may use hooks, as if it were part of this component, and links; it must not contain
 * client components, forms, or components that wait. What replaces it later replaces all of it, with the focus in it.
 * In a client component it is the element as it is.
 * @throws for content that is more than markup
 */
export function Html({ children }: { children: Markup }) {
  if (isBrowsers) return children;
  const own = ownElement(children);
  if (own === null) return null;
  const { children: content, ...props } = own.props;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: htmlOf escapes every text
  return <own.type {...props} dangerouslySetInnerHTML={{ __html: htmlOf(content) }} />;
}
