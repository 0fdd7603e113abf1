import type { Attempt, Facts, PaymentProvider } from "#lib/commerce/payment/index.ts";

export type Notice = Awaited<ReturnType<NonNullable<PaymentProvider["webhook"]>>>[number];

export type Session = Omit<Facts, "refunds"> & {
  attemptId: string;
  refunds: Map<string, number>;
  /** Of refunds that take time, by key. */
  stages: Map<string, "pending" | "done" | "failed"> | null;
};

/** The test gateway's records of money, and the notices about them. Nothing here fails on purpose. */
export class GatewayBank {
  readonly notices: Notice[] = [];
  /** Later sessions charge this much too much. */
  surplus = 0;
  readonly #sessions = new Map<string, Session>();

  sessions(): Session[] {
    return [...this.#sessions.values()];
  }

  find(attemptId: string): Session | undefined {
    return this.#sessions.get(attemptId);
  }

  /** The session of an attempt, opened if there is none. */
  sessionFor({ id: attemptId, amount, currency }: Attempt): Session {
    const known = this.find(attemptId);
    if (known) return known;
    const session: Session = {
      attemptId,
      state: "open",
      amount: amount + this.surplus,
      currency,
      captured: 0,
      refunded: 0,
      reference: `gw_${attemptId}`,
      refunds: new Map(),
      stages: null,
    };
    this.#sessions.set(attemptId, session);
    return session;
  }

  factsOf({ attemptId: _id, refunds: given, stages, ...facts }: Session): Facts {
    if (!stages) return facts;
    const refunds = [...given].map(([key, amount]) => {
      return { id: `gw_${key}`, key, amount, state: stages.get(key) ?? "pending" };
    });
    return { ...facts, refunds };
  }

  charge(session: Session, { capture }: Pick<Attempt, "capture">): void {
    session.state = capture === "on-shipping" ? "authorized" : "captured";
    if (session.state === "captured") session.captured = session.amount;
    this.#notify(session);
  }

  capture(session: Session, amount: number): void {
    if (session.state !== "authorized") return;
    session.state = "captured";
    session.captured = amount;
    this.#notify(session);
  }

  release(session: Session): void {
    if (session.state !== "open" && session.state !== "authorized") return;
    session.state = "released";
    this.#notify(session);
  }

  refund(session: Session, amount: number, key: string): void {
    if (session.refunds.has(key)) return;
    if (session.refunded + amount > session.captured) throw new Error("More than was captured");
    session.refunds.set(key, amount);
    if (!session.stages) session.refunded += amount;
    if (session.refunded === session.captured) session.state = "refunded";
    this.#notify(session);
  }

  dispute(attemptId: string): void {
    const session = this.#existing(attemptId);
    session.state = "disputed";
    this.#notify(session);
  }

  refundSlowly(attemptId: string): void {
    this.#existing(attemptId).stages = new Map();
  }

  endRefunds(attemptId: string, state: "done" | "failed"): void {
    const session = this.#existing(attemptId);
    if (!session.stages) throw new Error("The refunds of this session take no time");
    for (const key of session.refunds.keys()) session.stages.set(key, state);
    const all = [...session.refunds.values()].reduce((sum, amount) => sum + amount, 0);
    session.refunded = state === "done" ? all : 0;
    session.state = session.refunded === session.captured ? "refunded" : "captured";
    this.#notify(session);
  }

  #existing(attemptId: string): Session {
    const session = this.find(attemptId);
    if (!session) throw new Error("No such session");
    return session;
  }

  #notify(session: Session): void {
    const eventId = `${session.attemptId}-${this.notices.length}`;
    this.notices.push({ eventId, attempt: { id: session.attemptId }, facts: this.factsOf(session) });
  }
}
