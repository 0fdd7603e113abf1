import { Link, Text } from "react-email";
import { ActionAddress, ActionButton } from "./_components/action-button.tsx";
import { FactRows } from "./_components/fact-rows.tsx";
import { LineItems } from "./_components/line-items.tsx";
import { MailFrame } from "./_components/mail-frame.tsx";
import { Part } from "./_components/part.tsx";
import { SectionTitle } from "./_components/section-title.tsx";
import { colors, small, text } from "./_components/theme.ts";
import { Lead, Title } from "./_components/title.tsx";
import type { Action, Fact, Frame, MailLine } from "./_components/types.ts";

export type ActionMailProps = {
  frame: Frame;
  heading: string;
  paragraphs: string[];
  action: Action;
  facts?: Fact[];
  /** A secondary link below the facts. */
  link?: { label: string; url: string } | null;
  lines?: { title: string; items: MailLine[] };
  closing: string[];
};

/** A mail with a single action: confirm an address, choose a password, view an updated order. */
export function ActionMail(props: ActionMailProps) {
  const { frame, heading, paragraphs, action, facts = [], link, lines, closing } = props;
  return (
    <MailFrame frame={frame}>
      <Part top={28} bottom={36}>
        <Title>{heading}</Title>
        {paragraphs.map((paragraph) => (
          <Lead key={paragraph}>{paragraph}</Lead>
        ))}
        <ActionButton action={action} />
      </Part>
      {facts.length > 0 && (
        <Part top={20} bottom={20} ruled>
          <FactRows facts={facts} direction={frame.direction} stacksOnPhones />
          {link && (
            <Text style={{ ...text, margin: "12px 0 0" }}>
              <Link href={link.url} className="m-link" style={elsewhere}>
                {link.label}
              </Link>
            </Text>
          )}
        </Part>
      )}
      {lines && (
        <Part top={32} bottom={16} ruled>
          <SectionTitle>{lines.title}</SectionTitle>
          <LineItems lines={lines.items} direction={frame.direction} />
        </Part>
      )}
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

const elsewhere = { color: colors.marsh, textDecoration: "underline" } as const;
