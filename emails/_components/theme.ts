import type { CSSProperties } from "react";
import type { Direction } from "./types.ts";

/** Neither pure white nor pure black: in dark mode, mail programs invert those. */
export const colors = {
  page: "#EFE8DB",
  paper: "#FAF8F4",
  panel: "#F3ECDF",
  sand: "#E8DFCF",
  ink: "#1F2A2E",
  muted: "#57635F",
  marsh: "#2F5D50",
  clay: "#B5573A",
  /** Clay for text, dark enough to read on the panel. */
  clayInk: "#97432A",
} as const;

// Fonts that systems have: a mail loads none.
export const serif = "'Iowan Old Style', Palatino, 'Palatino Linotype', Georgia, serif";
export const sans = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Breaks long words that would make the mail wider than a phone. Older programs only know "word-break". */
export const breaking = { overflowWrap: "anywhere", wordBreak: "break-word" } as const;

export const text: CSSProperties = {
  ...breaking,
  margin: 0,
  fontFamily: sans,
  fontSize: "16px",
  lineHeight: "25px",
  color: colors.ink,
};

export const small: CSSProperties = { ...text, fontSize: "14px", lineHeight: "22px", color: colors.muted };

/** Tabular digits at the end of the line, so that amounts align. */
export function amountIn(direction: Direction): CSSProperties {
  return { textAlign: endOf(direction), whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" };
}

// Few mail programs support start and end.
export function endOf(direction: Direction): "left" | "right" {
  return direction === "ltr" ? "right" : "left";
}

/** Space after the first element of a line. */
export function roomAfter(direction: Direction, width: string): CSSProperties {
  return direction === "ltr" ? { paddingRight: width } : { paddingLeft: width };
}

export const rule = `1px solid ${colors.sand}`;

/**
 * Styles for phones, dark mode and Outlook, which needs the font repeated. Everything else is inline, for programs that
 * drop style sheets; rules here select by class and are !important, to win over inline styles.
 */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
td, p, div, h1, h2 { font-family: ${sans}; }
@media (max-width: 520px) {
  .m-outer { padding: 0 !important; }
  .m-card { border: 0 !important; border-radius: 0 !important; }
  .m-side { padding-left: 24px !important; padding-right: 24px !important; }
  .m-heading { font-size: 29px !important; line-height: 35px !important; }
  .m-button { display: block !important; }
  .m-stack { display: block !important; width: auto !important; padding-right: 0 !important; padding-left: 0 !important; }
}
@media (max-width: 359px) {
  .m-stack-narrow { display: block !important; width: auto !important; padding-right: 0 !important; padding-left: 0 !important; }
}
@media (prefers-color-scheme: dark) {
  .m-page { background-color: #12191B !important; }
  .m-card { background-color: #1B2528 !important; border-color: #2E3B3E !important; }
  .m-panel { background-color: #243134 !important; border-color: #35464A !important; }
  .m-panel-edge { border-left-color: #E39B80 !important; }
  .m-panel-edge-rtl { border-right-color: #E39B80 !important; }
  .m-rule { border-color: #35464A !important; }
  .m-ink { color: #EDE7DB !important; }
  .m-muted { color: #A9B5B0 !important; }
  .m-link { color: #9CCDBA !important; }
  .m-clay { color: #E9A88F !important; }
  .m-button { background-color: #9CCDBA !important; color: #12211C !important; }
  .m-tide-marsh { background-color: #7FB5A1 !important; }
  .m-tide-sand { background-color: #4A5A5C !important; }
}
`;
