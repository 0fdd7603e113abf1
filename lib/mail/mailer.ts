import type { SendMailOptions } from "nodemailer";
import { part } from "#lib/platform/part.ts";

/** Takes mails to where they are delivered from. */
export type Mailer = {
  /** @throws when the mail is not taken */
  send(message: SendMailOptions): Promise<void>;
  /** Lets go of its connections. */
  close(): void;
};

export const mailer = part<Mailer>("mailer");
