"use client";

import type { ReactNode } from "react";

type Props = { autoFocus: boolean; children: ReactNode };

/** The heading of the open section. Takes the focus, so that a step begins where it is read from. */
export function StepHeading({ autoFocus, children }: Props) {
  return (
    // Without scripts the attribute moves the focus when the page has loaded.
    // biome-ignore lint/a11y/noAutofocus: a step is what the shopper went to
    <h2 ref={focus} tabIndex={-1} autoFocus={autoFocus} className="outline-none">
      {children}
    </h2>
  );
}

/** Unless the shopper has moved on already, or an error has the focus. */
function focus(heading: HTMLHeadingElement | null): void {
  if (document.activeElement === document.body) heading?.focus();
}
