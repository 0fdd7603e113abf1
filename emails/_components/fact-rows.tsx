import { LayoutTable } from "./layout-table.tsx";
import { amount, colors, serif, text } from "./theme.ts";
import { TypedText } from "./typed-text.tsx";
import type { Fact } from "./types.ts";

/** Names in a narrow column, what stands behind them beside it. */
export function FactRows({ facts }: { facts: Fact[] }) {
  return (
    <LayoutTable className="m-ink" style={text}>
      {facts.map((fact) => (
        <tr key={fact.label} data-text="row">
          <td
            className="m-muted"
            valign="top"
            width="120"
            style={{ ...cell, paddingRight: "16px", color: colors.muted }}
          >
            {`${fact.label} `}
          </td>
          <td valign="top" style={{ ...cell, fontWeight: 600 }}>
            <TypedText>{fact.value}</TypedText>
          </td>
        </tr>
      ))}
    </LayoutTable>
  );
}

/** Names on the left, amounts under each other on the right. */
export function AmountRows({ rows }: { rows: Fact[] }) {
  return (
    <LayoutTable className="m-ink" style={text}>
      {rows.map((row) => (
        <tr key={row.label} data-text="row">
          <td className="m-muted" style={{ ...cell, paddingRight: "16px", color: colors.muted }}>
            <TypedText>{`${row.label} `}</TypedText>
          </td>
          <td valign="top" style={{ ...cell, ...amount }}>
            {row.value}
          </td>
        </tr>
      ))}
    </LayoutTable>
  );
}

/** What it all comes to. */
export function TotalRow({ total }: { total: Fact }) {
  return (
    <LayoutTable
      className="m-ink"
      style={{ ...text, fontFamily: serif, fontSize: "22px", lineHeight: "30px", fontWeight: 600 }}
    >
      <tr data-text="row">
        <td style={{ ...sum, paddingRight: "16px" }}>{`${total.label} `}</td>
        <td style={{ ...sum, ...amount }}>{total.value}</td>
      </tr>
    </LayoutTable>
  );
}

const cell = { paddingTop: "3px", paddingBottom: "3px" } as const;
const sum = { paddingTop: "10px", fontFamily: serif } as const;
