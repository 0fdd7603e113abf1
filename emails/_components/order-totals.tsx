import { AmountRows, TotalRow } from "./fact-rows.tsx";
import { LayoutTable } from "./layout-table.tsx";
import { endOf, rule, small } from "./theme.ts";
import type { Direction, OrderSummary } from "./types.ts";

/** The totals of an order. */
export function OrderTotals({ summary, direction }: { summary: OrderSummary; direction: Direction }) {
  return (
    <LayoutTable>
      <tr>
        <td className="m-rule" style={{ paddingTop: "14px", borderTop: rule }}>
          <AmountRows rows={summary.totals} direction={direction} />
          <TotalRow total={summary.total} direction={direction} />
          {summary.totalNote && (
            <div className="m-muted" style={{ ...small, textAlign: endOf(direction) }}>
              {summary.totalNote}
            </div>
          )}
        </td>
      </tr>
    </LayoutTable>
  );
}
