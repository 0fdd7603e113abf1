import Stripe from "stripe";
import { newId } from "./ids.ts";
import type { FakeEvent } from "./state.ts";

export type Webhook = { url: string; secret: string };

/** Faults in the delivery of events. */
type EventFaults = {
  /** Events are held until they are released. */
  held: boolean;
  /** How often each event is sent. */
  copies: number;
  delayMs: number;
  /** Types that are dropped, "*" for all. */
  lost: string[];
  /** Signs with a wrong secret, or with an old timestamp. */
  wrongSecret: boolean;
  signedSecondsAgo: number;
};

const noEventFaults: EventFaults = {
  held: false,
  copies: 1,
  delayMs: 0,
  lost: [],
  wrongSecret: false,
  signedSecondsAgo: 0,
};

/** `status` is the shop's answer, 0 if there was none. */
export type Delivery = { event: string; type: string; status: number };

const retriesMs = [100, 500, 2_000, 5_000, 10_000];

/** Sends events to the shop, repeatedly until it acknowledges them. */
export function newDeliveries(webhook: () => Webhook | null) {
  const done: Delivery[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let held: FakeEvent[] = [];
  let general = noEventFaults;
  const ofSessions = new Map<string, EventFaults>();
  const about = new Map<string, string>();
  const faultsOf = ({ id }: FakeEvent) => ofSessions.get(about.get(id) ?? "") ?? general;

  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };

  async function post(event: FakeEvent): Promise<number> {
    const target = webhook();
    if (!target) return 0;
    const response = await fetch(target.url, signed(event, target, faultsOf(event))).catch(() => null);
    const status = response?.status ?? 0;
    done.push({ event: event.id, type: event.type, status });
    return status;
  }

  async function deliver(event: FakeEvent, tries = 0): Promise<void> {
    const status = await post(event);
    const wait = retriesMs[tries];
    if (webhook() && (status < 200 || status > 299) && wait !== undefined)
      later(wait, () => void deliver(event, tries + 1));
  }

  return {
    done,
    post,
    /** Sets the faults of one session, or of all sessions without their own. */
    setFaults: (wanted: Partial<EventFaults>, session?: string) => {
      const faults = { ...noEventFaults, ...wanted };
      if (session === undefined) general = faults;
      else ofSessions.set(session, faults);
    },
    heal: () => {
      general = noEventFaults;
      ofSessions.clear();
    },
    send(event: FakeEvent, session: string | undefined): void {
      if (session !== undefined) about.set(event.id, session);
      const faults = faultsOf(event);
      if (faults.lost.some((type) => type === "*" || type === event.type)) return;
      if (faults.held) {
        held.push(event);
        return;
      }
      for (let copy = 0; copy < faults.copies; copy++) later(faults.delayMs, () => void deliver(event));
    },
    /** Sends the held events one by one. */
    async release(order: "first-to-last" | "last-to-first"): Promise<void> {
      const events = order === "first-to-last" ? held : held.toReversed();
      held = [];
      for (const event of events) await deliver(event);
    },
    close(): void {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

export function newEvent(type: string, object: object, created: number): FakeEvent {
  return {
    id: newId("evt"),
    object: "event",
    api_version: Stripe.API_VERSION,
    created,
    // A snapshot of the object at that time.
    data: { object: structuredClone(object) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: type as FakeEvent["type"],
  };
}

function signed(event: FakeEvent, { secret }: Webhook, faults: EventFaults): RequestInit {
  const payload = JSON.stringify(event, null, 2);
  const header = Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: faults.wrongSecret ? "whsec_of_somebody_else" : secret,
    timestamp: Math.floor(Date.now() / 1000) - faults.signedSecondsAgo,
  });
  return {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8", "stripe-signature": header },
    body: payload,
    redirect: "manual",
    signal: AbortSignal.timeout(30_000),
  };
}
