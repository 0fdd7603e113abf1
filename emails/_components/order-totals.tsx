import { AmountRows, TotalRow } from "./fact-rows.tsx";
import { LayoutTable } from "./layout-table.tsx";
import { rule, small } from "./theme.ts";
import type { OrderSummary } from "./types.ts";

/** How the amounts of an order add up. */
export function OrderTotals({ summary }: { summary: OrderSummary }) {
  return (
    <LayoutTable>
      <tr>
        <td className="m-rule" style={{ paddingTop: "14px", borderTop: rule }}>
          <AmountRows rows={summary.totals} />
          <TotalRow total={summary.total} />
          {summary.totalNote && (
            <div className="m-muted" style={{ ...small, textAlign: "right" }}>
              {summary.totalNote}
            </div>
          )}
        </td>
      </tr>
    </LayoutTable>
  );
}
