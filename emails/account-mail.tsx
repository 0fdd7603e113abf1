import { Text } from "react-email";
import { ActionAddress, ActionButton } from "./_components/action-button.tsx";
import { MailFrame } from "./_components/mail-frame.tsx";
import { Part } from "./_components/part.tsx";
import { small } from "./_components/theme.ts";
import { Lead, Title } from "./_components/title.tsx";
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
      <Part top={28} bottom={36}>
        <Title>{heading}</Title>
        {paragraphs.map((paragraph) => (
          <Lead key={paragraph}>{paragraph}</Lead>
        ))}
        <ActionButton action={action} />
      </Part>
      <Part top={26} bottom={14} ruled>
        {closing.map((paragraph) => (
          <Text key={paragraph} className="m-muted" style={{ ...small, margin: "0 0 14px" }}>
            {paragraph}
          </Text>
        ))}
        <ActionAddress action={action} />
      </Part>
    </MailFrame>
  );
}
