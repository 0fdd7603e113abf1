import type { ReactNode } from "react";

/** The name of a way to pay with its icon: the path of an SVG, which screen readers skip. */
export function WayToPay({ icon, children }: { icon: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-start gap-2">
      <svg viewBox="0 0 24 24" aria-hidden="true" className="icon size-6 shrink-0">
        <path d={icon} />
      </svg>
      <span className="min-w-0 wrap-anywhere hyphens-auto">{children}</span>
    </span>
  );
}
