import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** What the server does to the next connection or mail; with nothing planned it takes everything. */
export type Fault =
  /** Says 421 in place of a greeting. */
  | "turn-away"
  /** Answers the mail with 451. */
  | "try-later"
  /** Reads the mail, forgets it and hangs up without an answer. */
  | "lose"
  /** Keeps the mail and hangs up before its yes gets through. */
  | "keep-in-silence";

export type Received = { from: string; recipients: string[]; raw: string; parsed: Email };

export type SmtpSink = {
  port: number;
  /** The mails that it has accepted. */
  received: Received[];
  /** Each happens once, in this order. */
  plan: Fault[];
  stop(): Promise<void>;
};

/** A mail server on 127.0.0.1 that fails as planned. Without a `port` it takes a free one. */
export async function startSmtpSink(port = 0): Promise<SmtpSink> {
  const sockets = new Map<number | undefined, Socket>();
  const received: Received[] = [];
  const plan: Fault[] = [];
  const next = (...faults: Fault[]) => (plan[0] && faults.includes(plan[0]) ? plan.shift() : undefined);
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 20,
    onConnect(_session, done) {
      done(next("turn-away") ? refusal(421) : undefined);
    },
    async onData(stream, { envelope, remotePort }, done) {
      const raw = await text(stream);
      const fault = next("try-later", "lose", "keep-in-silence");
      if (fault === "try-later") return done(refusal(451));
      if (fault !== "lose") {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        const recipients = envelope.rcptTo.map(({ address }) => address);
        received.push({ from, recipients, raw, parsed: await PostalMime.parse(raw) });
      }
      if (fault) sockets.get(remotePort)?.destroy();
      else done();
    },
  });
  server.on("error", () => {});
  server.server.on("connection", (socket: Socket) => sockets.set(socket.remotePort, socket));
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    plan,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error("Not now"), { responseCode });
}
