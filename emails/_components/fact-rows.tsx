import { LayoutTable } from "./layout-table.tsx";
import { amountIn, colors, roomAfter, text } from "./theme.ts";
import { TypedText } from "./typed-text.tsx";
import type { Direction, Fact } from "./types.ts";

type Props = { facts: Fact[]; direction: Direction; stacksOnPhones?: boolean };

/**
 * Labels in a narrow column, with their values next to them; below them on phones that have no room for the longest
 * word, and with `stacksOnPhones` on every phone.
 */
export function FactRows({ facts, direction, stacksOnPhones }: Props) {
  const stack = stacksOnPhones ? "m-stack" : "m-stack-narrow";
  return (
    <LayoutTable className="m-ink" style={text}>
      {facts.map((fact) => (
        <tr key={fact.label} data-text="row">
          <td
            className={`m-muted ${stack}`}
            valign="top"
            width="120"
            style={{ ...cell, ...roomAfter(direction, "16px"), color: colors.muted, whiteSpace: "nowrap" }}
          >
            {`${fact.label} `}
          </td>
          <td className={stack} valign="top" style={{ ...cell, fontWeight: 600 }}>
            <TypedText>{fact.value}</TypedText>
          </td>
        </tr>
      ))}
    </LayoutTable>
  );
}

/** Labels at the start of the line, amounts aligned at its end. */
export function AmountRows({ rows, direction }: { rows: Fact[]; direction: Direction }) {
  return (
    <LayoutTable className="m-ink" style={text}>
      {rows.map((row) => (
        <tr key={row.label} data-text="row">
          <td className="m-muted" style={{ ...cell, ...roomAfter(direction, "16px"), color: colors.muted }}>
            <TypedText>{`${row.label} `}</TypedText>
          </td>
          <td valign="top" style={{ ...cell, ...amountIn(direction) }}>
            {row.value}
          </td>
        </tr>
      ))}
    </LayoutTable>
  );
}

/** The total, in the font of text: figures of the other one differ in height. */
export function TotalRow({ total, direction }: { total: Fact; direction: Direction }) {
  return (
    <LayoutTable className="m-ink" style={{ ...text, fontSize: "20px", lineHeight: "28px", fontWeight: 600 }}>
      <tr data-text="row">
        <td style={{ ...sum, ...roomAfter(direction, "16px"), ...whole }}>{`${total.label} `}</td>
        <td style={{ ...sum, ...amountIn(direction) }}>{total.value}</td>
      </tr>
    </LayoutTable>
  );
}

const cell = { paddingTop: "3px", paddingBottom: "3px" } as const;
const sum = { paddingTop: "10px" } as const;
/** A single word of ours, which may be long but fits. */
const whole = { overflowWrap: "normal", wordBreak: "normal" } as const;
