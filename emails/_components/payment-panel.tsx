import { Text } from "react-email";
import { FactRows } from "./fact-rows.tsx";
import { LayoutTable } from "./layout-table.tsx";
import { SectionTitle } from "./section-title.tsx";
import { colors, rule, small, text } from "./theme.ts";
import type { Direction, PaymentSteps } from "./types.ts";

/** How to pay, in a prominent panel. */
export function PaymentPanel({ steps, direction }: { steps: PaymentSteps; direction: Direction }) {
  const edge = edges[direction];
  const hasFacts = steps.facts.length > 0;
  return (
    <LayoutTable>
      <tr>
        <td className={edge.className} style={{ ...panel, ...edge.style }}>
          <SectionTitle>{steps.title}</SectionTitle>
          <Text className="m-ink" style={{ ...text, marginBottom: hasFacts ? "14px" : 0 }}>
            {steps.text}
          </Text>
          {hasFacts && <FactRows facts={steps.facts} direction={direction} stacksOnPhones />}
          {steps.warning && (
            <Text className="m-clay" style={{ ...small, color: colors.clayInk, marginTop: "14px" }}>
              {steps.warning}
            </Text>
          )}
        </td>
      </tr>
    </LayoutTable>
  );
}

const panel = {
  padding: "22px 24px",
  backgroundColor: colors.panel,
  border: rule,
} as const;

const thick = `4px solid ${colors.clay}`;
const edges = {
  ltr: { className: "m-panel m-panel-edge", style: { borderLeft: thick } },
  rtl: { className: "m-panel m-panel-edge-rtl", style: { borderRight: thick } },
};
