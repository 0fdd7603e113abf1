"use client";

import type { ReactNode } from "react";

type Props = { level?: "h1" | "h2"; autoFocus: boolean; children: ReactNode };

/** The heading of a step of the checkout. Takes the focus, so that screen readers start there. */
export function StepHeading({ level: Heading = "h2", autoFocus, children }: Props) {
  return (
    // Without scripts the attribute moves the focus when the page has loaded.
    <Heading ref={focus} tabIndex={-1} autoFocus={autoFocus} className="outline-none">
      {children}
    </Heading>
  );
}

/** Unless the shopper has moved on already, or an error has the focus. */
function focus(heading: HTMLHeadingElement | null): void {
  if (document.activeElement === document.body) heading?.focus();
}
