import { setTimeout as sleep } from "node:timers/promises";
import type { Attempt, PaymentProvider } from "#lib/commerce/payment/index.ts";
import { GatewayBank, type Notice, type Session } from "./gateway-bank.ts";

type Call = "start" | "look" | "capture" | "release" | "refund";

/** `down` fails before the effect. `cut` fails after it, so that only the answer is lost. */
export type Fault = "none" | "down" | "cut" | "late";

type Choose = (call: Call) => Fault;

export type Gateway = {
  provider: PaymentProvider;
  /** Sets how faults are chosen for later calls. */
  failBy: (choose: Choose) => void;
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
  const bank = new GatewayBank();
  const onPage = new Map<string, Attempt>();
  let choose: Choose = () => "none";
  const calls = callsOf(bank, onPage, (call) => choose(call));
  return {
    provider: {
      id,
      title: "Gateway",
      icon: "",
      methods,
      confirmsOrder: true,
      asks: true,
      origins: [origin],
      ...calls,
    },
    failBy: (next) => {
      choose = next;
    },
    notices: bank.notices,
    sessions: () => bank.sessions(),
    pay(attemptId) {
      const session = bank.find(attemptId);
      const opening = onPage.get(attemptId);
      if (session?.state !== "open" || !opening) return false;
      bank.charge(session, opening);
      return true;
    },
    dispute: (attemptId) => bank.dispute(attemptId),
    refundSlowly: (attemptId) => bank.refundSlowly(attemptId),
    endRefunds: (attemptId, state) => bank.endRefunds(attemptId, state),
    overcharge: (by) => {
      bank.surplus = by;
    },
  };
}

const methods: PaymentProvider["methods"] = [
  { id: "page", title: "On a page" },
  { id: "direct", title: "At once" },
  { id: "declines", title: "Declined" },
];

/** The provider's calls. `onPage` collects the attempts whose shoppers were sent to the gateway's page. */
function callsOf(
  bank: GatewayBank,
  onPage: Map<string, Attempt>,
  choose: Choose,
): Pick<PaymentProvider, Call> {
  return {
    start: (opening) =>
      faulty(choose("start"), () => {
        if (opening.method === "declines") return { status: "declined", reason: "Declined by the gateway" };
        const session = bank.sessionFor(opening);
        if (opening.method === "page") {
          onPage.set(opening.id, opening);
          return { status: "redirect", url: `${origin}/${opening.id}`, reference: session.reference ?? "" };
        }
        if (session.state === "open") bank.charge(session, opening);
        return { status: "settled", facts: bank.factsOf(session) };
      }),
    look: ({ id, amount, currency }) =>
      faulty(choose("look"), () => {
        const session = bank.find(id);
        const unknown = { state: "open", captured: 0, refunded: 0, reference: null } as const;
        return session ? bank.factsOf(session) : { ...unknown, amount, currency };
      }),
    capture: (attempt, amount) =>
      faulty(choose("capture"), () => {
        const session = bank.sessionFor(attempt);
        bank.capture(session, amount);
        return bank.factsOf(session);
      }),
    release: (attempt) =>
      faulty(choose("release"), () => {
        const session = bank.sessionFor(attempt);
        bank.release(session);
        return bank.factsOf(session);
      }),
    refund: (attempt, amount, key) =>
      faulty(choose("refund"), () => {
        const session = bank.sessionFor(attempt);
        bank.refund(session, amount, key);
        return bank.factsOf(session);
      }),
  };
}

async function faulty<T>(fault: Fault, work: () => T): Promise<T> {
  await sleep(fault === "late" ? 25 : 1);
  if (fault === "down") throw new Error("The gateway is down");
  const answer = work();
  await sleep(1);
  if (fault === "cut") throw new Error("The connection was cut");
  return answer;
}
