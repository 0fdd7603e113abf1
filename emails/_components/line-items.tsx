import { amountIn, colors, roomAfter, rule, text } from "./theme.ts";
import { TypedText } from "./typed-text.tsx";
import type { Direction, MailLine } from "./types.ts";

/**
 * The order's lines: name and amount on one line, details below. Gmail clips mails at 102 KB and an order may have a
 * hundred lines, so shared cell styles are set on the table.
 */
export function LineItems({ lines, direction }: { lines: MailLine[]; direction: Direction }) {
  const name = { ...top, ...roomAfter(direction, "16px"), fontWeight: 600 };
  const price = { ...top, ...amountIn(direction) };
  return (
    <table
      role="presentation"
      width="100%"
      border={0}
      cellPadding={0}
      cellSpacing={0}
      className="m-ink"
      style={text}
    >
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines of an order may read alike, and nothing ever moves
        <tbody key={index}>
          <tr data-text="item">
            <td className="m-rule" style={name}>
              <TypedText lang={line.language}>{`${line.name} `}</TypedText>
            </td>
            <td className="m-rule" valign="top" style={price}>
              {line.amount}
            </td>
          </tr>
          <tr data-text="row">
            <td colSpan={2} className="m-muted" style={detail}>
              {line.variant && <TypedText lang={line.language}>{line.variant}</TypedText>}
              {line.variant && line.facts && " · "}
              {line.facts}
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

const top = { paddingTop: "15px", borderTop: rule } as const;
const detail = { paddingBottom: "15px", fontSize: "14px", lineHeight: "22px", color: colors.muted } as const;
