import type { ReactNode } from "react";
import { Heading } from "react-email";
import { breaking, colors, serif } from "./theme.ts";

export function SectionTitle({ children }: { children: ReactNode }) {
  return (
    <Heading as="h2" className="m-ink" style={title}>
      {children}
    </Heading>
  );
}

const title = {
  ...breaking,
  margin: "0 0 8px",
  fontFamily: serif,
  fontSize: "19px",
  lineHeight: "26px",
  fontWeight: 600,
  color: colors.ink,
} as const;
