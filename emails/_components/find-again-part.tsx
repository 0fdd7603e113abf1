import { Link, Text } from "react-email";
import { Part } from "./part.tsx";
import { SectionTitle } from "./section-title.tsx";
import { colors, small } from "./theme.ts";
import type { FindAgain } from "./types.ts";
import { WholeNumbers } from "./whole-numbers.tsx";

/** How to find the order again, with or without the link. */
export function FindAgainPart({ findAgain }: { findAgain: FindAgain }) {
  return (
    <Part top={32} bottom={32} ruled>
      <SectionTitle>{findAgain.title}</SectionTitle>
      <Text className="m-muted" style={paragraph}>
        {findAgain.text}
      </Text>
      <Text className="m-muted" style={{ ...paragraph, marginTop: "10px" }}>
        <WholeNumbers>{findAgain.lookup}</WholeNumbers>{" "}
        <Link href={findAgain.lookupUrl} className="m-link" dir="ltr" style={link}>
          {findAgain.lookupUrl}
        </Link>
      </Text>
    </Part>
  );
}

const paragraph = { ...small, fontSize: "15px", lineHeight: "24px" } as const;
const link = { color: colors.marsh, textDecoration: "underline" } as const;
