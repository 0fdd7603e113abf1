/** What a template is given: plain words, already formatted. A template adds none of its own. */

/** Which way the mail's language is written. */
export type Direction = "ltr" | "rtl";

/** A name and what stands behind it: "Order number", "SC-7K2M9QXA". */
export type Fact = { label: string; value: string };

/** "Waffle Towel", "Cream / Bath · 2 × $48.00", "$96.00". The name may be in another language than the mail. */
export type MailLine = { name: string; language: string; detail: string; amount: string };

export type Action = {
  label: string;
  /** https, on the shop's own host. */
  url: string;
  /** Stands before the address written out, for readers whose button does not work. */
  fallback: string;
};

/** What is still to be done about the money. */
export type PaymentSteps = { title: string; text: string; facts: Fact[]; warning: string | null };

export type TextBlock = { title: string; lines: string[] };

/** What an order's mail says about the order, whoever gets it. */
export type OrderSummary = {
  facts: Fact[];
  linesTitle: string;
  lines: MailLine[];
  totals: Fact[];
  total: Fact;
  /** Below the total: the tax that the prices hold. */
  totalNote: string | null;
  paymentSteps: PaymentSteps | null;
  /** Where it goes and how it is paid. */
  blocks: TextBlock[];
};

/** What every mail of the shop has around its own words. */
export type Frame = {
  language: string;
  direction: Direction;
  title: string;
  /** What an inbox shows after the subject. */
  preheader: string;
  shop: { name: string; url: string };
  /** Across from the shop's name: what the mail is about. */
  label: string;
  /** Why the mail was sent. */
  footer: string[];
};

/** A mail about an order that has come in. */
export type OrderMailProps = {
  frame: Frame;
  heading: string;
  lead: string;
  action: Action;
  summary: OrderSummary;
};

/** How a guest finds the order again. The address is the look-up form's. */
export type FindAgain = { title: string; text: string; lookup: string; lookupUrl: string };

export type GuestOrderMailProps = OrderMailProps & { findAgain: FindAgain };
