import { setTimeout as sleep } from "node:timers/promises";
import type { Attempt, Facts, PaymentProvider } from "#lib/commerce/payment/index.ts";

type Notice = Awaited<ReturnType<NonNullable<PaymentProvider["webhook"]>>>[number];
type Call = "start" | "look" | "capture" | "release" | "refund";

/** `down` fails before the effect. `cut` fails after it, so that only the answer is lost. */
export type Fault = "none" | "down" | "cut" | "late";

type Session = Omit<Facts, "refunds"> & {
  attemptId: string;
  refunds: Map<string, number>;
  /** Of refunds that take time, by key. */
  stages: Map<string, "pending" | "done" | "failed"> | null;
};

export type Gateway = {
  provider: PaymentProvider;
  /** Sets how faults are chosen for later calls. */
  befall: (choose: (call: Call) => Fault) => void;
  /** The notices so far, in order. */
  notices: Notice[];
  sessions: () => Session[];
  /** The shopper pays on the gateway's page. False if it is too late. */
  pay: (attemptId: string) => boolean;
  /** The buyer disputes the charge. */
  dispute: (attemptId: string) => void;
  /** Makes later refunds of an attempt take time, until they end. */
  refundSlowly: (attemptId: string) => void;
  /** Ends the refunds of an attempt: the bank has carried them out, or returned them. */
  endRefunds: (attemptId: string, state: "done" | "failed") => void;
  /** Later sessions charge this much too much. */
  overcharge: (by: number) => void;
};

const origin = "https://gateway.example";

/**
 * An in-process payment provider with faults on demand. Methods: `page` redirects to its page, `direct` charges at
 * once, `declines` always declines.
 */
export function openGateway(id = "gateway"): Gateway {
  const sessions = new Map<string, Session>();
  const notices: Notice[] = [];
  let choose: (call: Call) => Fault = () => "none";
  let surplus = 0;

  const factsOf = ({ attemptId: _id, refunds: given, stages, ...facts }: Session): Facts => {
    if (!stages) return facts;
    const refunds = [...given].map(([key, amount]) => {
      return { id: `gw_${key}`, key, amount, state: stages.get(key) ?? "pending" };
    });
    return { ...facts, refunds };
  };
  const tell = (session: Session) => {
    const eventId = `${session.attemptId}-${notices.length}`;
    notices.push({ eventId, attempt: { id: session.attemptId }, facts: factsOf(session) });
  };
  const sessionFor = ({ id: attemptId, amount, currency }: Attempt): Session => {
    const known = sessions.get(attemptId);
    if (known) return known;
    const session: Session = {
      attemptId,
      state: "open",
      amount: amount + surplus,
      currency,
      captured: 0,
      refunded: 0,
      reference: `gw_${attemptId}`,
      refunds: new Map(),
      stages: null,
    };
    sessions.set(attemptId, session);
    return session;
  };
  const charge = (session: Session, { capture }: Pick<Attempt, "capture">) => {
    session.state = capture === "on-shipping" ? "authorized" : "captured";
    if (session.state === "captured") session.captured = session.amount;
    tell(session);
  };
  const waiting = new Map<string, Attempt>();
  async function befallen<T>(call: Call, work: () => T): Promise<T> {
    const fault = choose(call);
    await sleep(fault === "late" ? 25 : 1);
    if (fault === "down") throw new Error("The gateway is down");
    const answer = work();
    await sleep(1);
    if (fault === "cut") throw new Error("The connection was cut");
    return answer;
  }

  const provider: PaymentProvider = {
    id,
    title: "Gateway",
    icon: "",
    methods: [
      { id: "page", title: "On a page" },
      { id: "direct", title: "At once" },
      { id: "declines", title: "Declined" },
    ],
    confirmsOrder: true,
    asks: true,
    origins: [origin],
    start: (opening) =>
      befallen("start", () => {
        if (opening.method === "declines") return { status: "declined", reason: "Declined by the gateway" };
        const session = sessionFor(opening);
        if (opening.method === "page") {
          waiting.set(opening.id, opening);
          return { status: "redirect", url: `${origin}/${opening.id}`, reference: session.reference ?? "" };
        }
        if (session.state === "open") charge(session, opening);
        return { status: "settled", facts: factsOf(session) };
      }),
    look: (attempt) =>
      befallen("look", () => {
        const session = sessions.get(attempt.id);
        const { amount, currency } = attempt;
        const unheard = { state: "open", captured: 0, refunded: 0, reference: null } as const;
        return session ? factsOf(session) : { ...unheard, amount, currency };
      }),
    capture: (attempt, amount) =>
      befallen("capture", () => {
        const session = sessionFor(attempt);
        if (session.state === "authorized") {
          session.state = "captured";
          session.captured = amount;
          tell(session);
        }
        return factsOf(session);
      }),
    release: (attempt) =>
      befallen("release", () => {
        const session = sessionFor(attempt);
        if (session.state === "open" || session.state === "authorized") {
          session.state = "released";
          tell(session);
        }
        return factsOf(session);
      }),
    refund: (attempt, amount, key) =>
      befallen("refund", () => {
        const session = sessionFor(attempt);
        if (!session.refunds.has(key)) {
          if (session.refunded + amount > session.captured) throw new Error("More than was captured");
          session.refunds.set(key, amount);
          if (!session.stages) session.refunded += amount;
          if (session.refunded === session.captured) session.state = "refunded";
          tell(session);
        }
        return factsOf(session);
      }),
  };
  return {
    provider,
    befall: (next) => {
      choose = next;
    },
    notices,
    sessions: () => [...sessions.values()],
    pay(attemptId) {
      const session = sessions.get(attemptId);
      const opening = waiting.get(attemptId);
      if (session?.state !== "open" || !opening) return false;
      charge(session, opening);
      return true;
    },
    dispute(attemptId) {
      const session = sessions.get(attemptId);
      if (!session) throw new Error("No such session");
      session.state = "disputed";
      tell(session);
    },
    refundSlowly(attemptId) {
      const session = sessions.get(attemptId);
      if (!session) throw new Error("No such session");
      session.stages = new Map();
    },
    endRefunds(attemptId, state) {
      const session = sessions.get(attemptId);
      if (!session?.stages) throw new Error("No such session");
      for (const key of session.refunds.keys()) session.stages.set(key, state);
      const all = [...session.refunds.values()].reduce((sum, amount) => sum + amount, 0);
      session.refunded = state === "done" ? all : 0;
      session.state = session.refunded === session.captured ? "refunded" : "captured";
      tell(session);
    },
    overcharge: (by) => {
      surplus = by;
    },
  };
}
