/** The props of the templates: text that is translated and formatted. Templates add no text of their own. */

/** The direction of the mail's language. */
export type Direction = "ltr" | "rtl";

/** A label and its value: "Order number", "SC-7K2M9QXA". */
export type Fact = { label: string; value: string };

/** Name and variant may be in a different language than the mail, `language`, and are read in its direction. */
export type MailLine = {
  name: string;
  /** Empty if there is none to choose. */
  variant: string;
  language: string;
  /** Quantity and price of a piece. */
  facts?: string;
  amount: string;
};

export type Action = {
  label: string;
  /** https, on the shop's own host. */
  url: string;
  /** Introduces the full URL, for readers whose button does not work. */
  fallback: string;
};

/** How to pay. */
export type PaymentSteps = { title: string; text: string; facts: Fact[]; warning: string | null };

export type TextBlock = { title: string; lines: string[] };

/** The order in a mail, for guests and customers alike. */
export type OrderSummary = {
  facts: Fact[];
  linesTitle: string;
  lines: MailLine[];
  totals: Fact[];
  total: Fact;
  /** Below the total: the included tax. */
  totalNote: string | null;
  paymentSteps: PaymentSteps | null;
  /** Addresses and payment method. */
  blocks: TextBlock[];
};

/** The parts that every mail has. */
export type Frame = {
  language: string;
  direction: Direction;
  title: string;
  /** The preview text that an inbox shows after the subject. */
  preheader: string;
  shop: { name: string; url: string };
  /** The topic, opposite the shop's name. */
  label: string;
  /** The reason for the mail. */
  footer: string[];
};

/** The props of an order confirmation. */
export type OrderMailProps = {
  frame: Frame;
  heading: string;
  lead: string;
  action: Action;
  summary: OrderSummary;
};

/** How a guest finds the order again. `lookupUrl` is the lookup form's. */
export type FindAgain = { title: string; text: string; lookup: string; lookupUrl: string };

export type GuestOrderMailProps = OrderMailProps & { findAgain: FindAgain };
