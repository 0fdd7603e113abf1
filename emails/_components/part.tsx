import type { ReactNode } from "react";
import { LayoutTable } from "./layout-table.tsx";
import { rule } from "./theme.ts";

type PartProps = { top: number; bottom: number; ruled?: boolean; children: ReactNode };

/** A section of the mail, with margins in pixels. `ruled` draws a line above it. */
export function Part({ top, bottom, ruled = false, children }: PartProps) {
  const line = ruled ? { borderTop: rule } : {};
  return (
    <LayoutTable>
      <tr>
        <td className="m-side m-rule" style={{ padding: `${top}px 48px ${bottom}px`, ...line }}>
          {children}
        </td>
      </tr>
    </LayoutTable>
  );
}
