import type { Line } from "./row.ts";

/** The lines as a Markdown table. */
export function table(lines: readonly Line[]): string {
  const head = ["", "unit", "ours", "beside", "", "ratio", "goal"];
  const rows = lines.map(({ what, unit, ours, beside, goal, isRate }) => {
    const ratio = isRate ? beside.value / ours : ours / beside.value;
    return [what, unit, number(ours), number(beside.value), beside.what, `${number(ratio)} ×`, goal];
  });
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function number(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value.toFixed(value < 10 ? 2 : 1);
}
