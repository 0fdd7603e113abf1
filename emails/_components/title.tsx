import type { ReactNode } from "react";
import { Heading, Text } from "react-email";
import { colors, serif, text } from "./theme.ts";

/** The heading of the mail. */
export function Title({ children }: { children: ReactNode }) {
  return (
    <Heading as="h1" className="m-ink m-heading" style={title}>
      {children}
    </Heading>
  );
}

/** A number such as SC-7K2M9QX0, at whose hyphen a line could end. A merchant's own may be wider than a phone. */
const orderNumber = /(\b[A-Z0-9]{1,6}-[A-Z0-9]{1,12}\b)/;

/** The paragraph below the heading. Order numbers stay in one piece. */
export function Lead({ children }: { children: string }) {
  return (
    <Text className="m-ink" style={{ ...text, fontSize: "17px", lineHeight: "27px", margin: "14px 0 26px" }}>
      {children.split(orderNumber).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={part} style={{ whiteSpace: "nowrap" }}>
            {part}
          </span>
        ),
      )}
    </Text>
  );
}

const title = {
  margin: 0,
  fontFamily: serif,
  fontSize: "35px",
  lineHeight: "42px",
  fontWeight: 600,
  letterSpacing: "-0.01em",
  textWrap: "balance",
  color: colors.ink,
} as const;
