/** A mail that no retry can deliver: its address cannot exist, or the mail server has refused it for good. */
export class UndeliverableMail extends Error {
  /** The codes of nodemailer and SMTP, for the log. */
  readonly code: string | undefined;
  readonly responseCode: number | undefined;

  constructor(message: string, { code, responseCode }: Refusal = {}) {
    super(message);
    this.name = "UndeliverableMail";
    this.code = code;
    this.responseCode = responseCode;
  }
}

type Refusal = { code?: string; responseCode?: number; command?: string; response?: string };

/** Whether it is one, of any bundle. */
export function isUndeliverable(error: unknown): boolean {
  return error instanceof Error && error.name === "UndeliverableMail";
}

// RFC 5321, 4.2.1: an answer from 500 is final. Here it is about this recipient, or this mail.
const refusesThis = /^(?:RCPT TO|DATA)$/;

// RFC 3463: 5.7 is the server's policy, such as "relaying denied", which an operator can change.
const isPolicy = /^5\d\d[ -]5\.7\./;

/**
 * The error of nodemailer as an UndeliverableMail if the server refused this mail for good. A refusal that meets every
 * mail (the sender, the login, a policy) stays as it is: it passes as soon as an operator has acted.
 */
export function asUndeliverable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const refusal = error as Refusal;
  const { responseCode = 0, command = "", response = "" } = refusal;
  const isFinal = responseCode >= 500 && refusesThis.test(command) && !isPolicy.test(response);
  // Without the server's words, which quote the address.
  return isFinal ? new UndeliverableMail("The mail server refused the mail for good", refusal) : error;
}
