import type { ReactNode } from "react";
import { rule } from "./theme.ts";

type MailPartProps = { top: string; bottom: string; ruled?: boolean; children: ReactNode };

/** A stretch of the sheet, as wide as it, with a rule above it when asked for. */
export function MailPart({ top, bottom, ruled = false, children }: MailPartProps) {
  return (
    <table role="presentation" width="100%" border={0} cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          <td
            className="m-side m-rule"
            style={{ padding: `${top} 48px ${bottom}`, ...(ruled ? { borderTop: rule } : {}) }}
          >
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
