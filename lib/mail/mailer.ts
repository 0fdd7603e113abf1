import type { SendMailOptions } from "nodemailer";
import { part } from "#lib/platform/part.ts";

/** Hands mails to a server for delivery. */
export type Mailer = {
  /** @throws UndeliverableMail if it is refused for good; any other error may pass */
  send(message: SendMailOptions): Promise<void>;
  /** Closes its connections. */
  close(): void;
};

export const mailer = part<Mailer>("mailer");
