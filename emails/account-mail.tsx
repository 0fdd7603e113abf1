import { Heading, Text } from "react-email";
import { ActionButton } from "./_components/action-button.tsx";
import { MailFrame } from "./_components/mail-frame.tsx";
import { MailPart } from "./_components/mail-part.tsx";
import { colors, serif, small, text } from "./_components/theme.ts";
import type { Action, Frame } from "./_components/types.ts";

export type AccountMailProps = {
  frame: Frame;
  heading: string;
  paragraphs: string[];
  action: Action;
  closing: string[];
};

/** A mail with one thing to do about an account: confirm an address, choose a password, look at earlier orders. */
export function AccountMail({ frame, heading, paragraphs, action, closing }: AccountMailProps) {
  return (
    <MailFrame frame={frame}>
      <MailPart top="40px" bottom="36px">
        <Heading as="h1" className="m-ink m-heading" style={title}>
          {heading}
        </Heading>
        {paragraphs.map((paragraph) => (
          <Text
            key={paragraph}
            className="m-ink"
            style={{ ...text, fontSize: "17px", lineHeight: "27px", margin: "14px 0 28px" }}
          >
            {paragraph}
          </Text>
        ))}
        <ActionButton action={action} />
      </MailPart>
      <MailPart top="28px" bottom="32px" ruled>
        {closing.map((paragraph) => (
          <Text
            key={paragraph}
            className="m-muted"
            style={{ ...small, fontSize: "15px", lineHeight: "23px" }}
          >
            {paragraph}
          </Text>
        ))}
      </MailPart>
    </MailFrame>
  );
}

const title = {
  margin: 0,
  fontFamily: serif,
  fontSize: "34px",
  lineHeight: "41px",
  fontWeight: 500,
  letterSpacing: "-0.01em",
  color: colors.ink,
} as const;
