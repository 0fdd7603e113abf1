import type { ReactNode } from "react";
import { Heading, Text } from "react-email";
import { breaking, colors, serif, text } from "./theme.ts";
import { WholeNumbers } from "./whole-numbers.tsx";

/** The heading of the mail. */
export function Title({ children }: { children: ReactNode }) {
  return (
    <Heading as="h1" className="m-ink m-heading" style={title}>
      {children}
    </Heading>
  );
}

/** The paragraph below the heading. */
export function Lead({ children }: { children: string }) {
  return (
    <Text className="m-ink" style={{ ...text, fontSize: "17px", lineHeight: "27px", margin: "14px 0 26px" }}>
      <WholeNumbers>{children}</WholeNumbers>
    </Text>
  );
}

const title = {
  ...breaking,
  margin: 0,
  fontFamily: serif,
  fontSize: "35px",
  lineHeight: "42px",
  fontWeight: 600,
  letterSpacing: "-0.01em",
  textWrap: "balance",
  color: colors.ink,
} as const;
