import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** What the server does to the next connection or mail. With nothing planned it accepts everything. */
export type Fault =
  /** Answers 421 instead of a greeting. */
  | "turn-away"
  /** Answers the recipient with 450, as greylisting does. */
  | "greylist"
  /** Answers the recipient with 550 5.1.1. */
  | "unknown-recipient"
  /** Answers the recipient with 550 5.7.1. */
  | "relay-denied"
  /** Answers the mail with 451. */
  | "try-later"
  /** Answers the mail with 552. */
  | "refuse"
  /** Discards the mail and disconnects without an answer. */
  | "lose"
  /** Stores the mail and disconnects before answering. */
  | "keep-in-silence";

export type Received = {
  from: string;
  recipients: string[];
  raw: string;
  parsed: Email;
  /** When it was accepted. */
  at: number;
};

export type SmtpSink = {
  port: number;
  /** The mails that it has accepted. */
  received: Received[];
  /** Each fault happens once, in this order. */
  plan: Fault[];
  stop(): Promise<void>;
  /** Starts it again after `stop`, on the same port. */
  start(): Promise<void>;
};

/** Starts a mail server on a free port of 127.0.0.1 that fails as planned. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const sockets = new Map<number | undefined, Socket>();
  const received: Received[] = [];
  const plan: Fault[] = [];
  const next = (...faults: Fault[]) => (plan[0] && faults.includes(plan[0]) ? plan.shift() : undefined);
  const options: SMTPServerOptions = {
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 20,
    onConnect(_session, done) {
      done(next("turn-away") ? refusal(421) : undefined);
    },
    onRcptTo(_address, _session, done) {
      const fault = next("greylist", "unknown-recipient", "relay-denied");
      if (fault === "greylist") return done(refusal(450));
      if (fault === "unknown-recipient") return done(refusal(550, "5.1.1 No such user"));
      done(fault === "relay-denied" ? refusal(550, "5.7.1 Relaying denied") : undefined);
    },
    async onData(stream, { envelope, remotePort }, done) {
      const raw = await text(stream).catch(() => null);
      // The sender was gone before the end of the mail.
      if (raw === null) return done(refusal(451));
      const fault = next("try-later", "refuse", "lose", "keep-in-silence");
      if (fault === "try-later") return done(refusal(451));
      if (fault === "refuse") return done(refusal(552));
      if (fault !== "lose") {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        const recipients = envelope.rcptTo.map(({ address }) => address);
        received.push({ from, recipients, raw, parsed: await PostalMime.parse(raw), at: Date.now() });
      }
      if (fault) sockets.get(remotePort)?.destroy();
      else done();
    },
  };

  let server: SMTPServer;
  let port = 0;
  async function start(): Promise<void> {
    const started = new SMTPServer(options);
    started.on("error", () => {});
    started.server.on("connection", (socket: Socket) => sockets.set(socket.remotePort, socket));
    await new Promise<void>((ready) => started.listen(port, "127.0.0.1", ready));
    server = started;
    port = (started.server.address() as AddressInfo).port;
  }
  await start();
  return {
    port,
    received,
    plan,
    start,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

function refusal(responseCode: number, words = "No"): Error {
  return Object.assign(new Error(words), { responseCode });
}
