import type { ReactNode } from "react";
import { ActionAddress, ActionButton } from "./action-button.tsx";
import { FactRows } from "./fact-rows.tsx";
import { LineItems } from "./line-items.tsx";
import { MailFrame } from "./mail-frame.tsx";
import { OrderTotals } from "./order-totals.tsx";
import { Part } from "./part.tsx";
import { PaymentPanel } from "./payment-panel.tsx";
import { SectionTitle } from "./section-title.tsx";
import { TextBlocks } from "./text-blocks.tsx";
import { Lead, Title } from "./title.tsx";
import type { OrderMailProps } from "./types.ts";

type Props = OrderMailProps & { children?: ReactNode };

/** The body of a mail about an order: heading, button, payment steps, lines, totals and addresses, then `children`. */
export function OrderBody({ frame, heading, lead, action, summary, children }: Props) {
  const { direction } = frame;
  return (
    <MailFrame frame={frame}>
      <Part top={28} bottom={32}>
        <Title>{heading}</Title>
        <Lead>{lead}</Lead>
        <ActionButton action={action} />
      </Part>
      {summary.paymentSteps && (
        <Part top={0} bottom={32}>
          <PaymentPanel steps={summary.paymentSteps} direction={direction} />
        </Part>
      )}
      <Part top={20} bottom={20} ruled>
        <FactRows facts={summary.facts} direction={direction} />
      </Part>
      <Part top={32} bottom={32} ruled>
        <SectionTitle>{summary.linesTitle}</SectionTitle>
        <LineItems lines={summary.lines} direction={direction} />
        <OrderTotals summary={summary} direction={direction} />
      </Part>
      <Part top={32} bottom={4} ruled>
        <TextBlocks blocks={summary.blocks} direction={direction} />
      </Part>
      {children}
      <Part top={26} bottom={14} ruled>
        <ActionAddress action={action} />
      </Part>
    </MailFrame>
  );
}
