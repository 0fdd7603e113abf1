import * as z from "zod";
import { type CallFaults, faultKinds } from "./call-faults.ts";
import { cardNumbers } from "./cards.ts";
import type { newDeliveries, Webhook } from "./deliveries.ts";
import { closeDispute, openDispute } from "./disputes.ts";
import { answerSecondStep, pay, settleDebit } from "./pay.ts";
import { endRefunds } from "./refunds.ts";
import { expireOverdue, sessionOf } from "./sessions.ts";
import type { Scene } from "./state.ts";

type Parts = {
  scene: Scene;
  faults: CallFaults;
  deliveries: ReturnType<typeof newDeliveries>;
  setWebhook(webhook: Webhook): void;
};

const session = z.string();
const intent = z.string();
const nothing = z.object({});

const inputs = {
  /** Where events are sent. */
  webhook: z.object({ url: z.url(), secret: z.string() }),
  /** A fault for the next calls of an endpoint. */
  fault: z.object({
    call: z.string().default("*"),
    kind: z.enum(faultKinds),
    times: z.number().int().positive().default(1),
    ms: z.number().int().min(0).default(0),
  }),
  /** Ends all faults, of calls and of events. */
  heal: nothing,
  /** Faults for events from now on: for those of one session, or for all others. */
  events: z
    .object({
      held: z.boolean(),
      copies: z.number().int().min(0).max(100),
      delayMs: z.number().int().min(0),
      lost: z.array(z.string()),
      wrongSecret: z.boolean(),
      signedSecondsAgo: z.number().int(),
      session,
    })
    .partial(),
  /** Sends the events that were held. */
  release: z.object({ order: z.enum(["first-to-last", "last-to-first"]).default("first-to-last") }),
  /** Sends the latest event of this type again. Answers with the shop's status. */
  resend: z.object({ type: z.string() }),
  advance: z.object({ seconds: z.number().int().positive() }),
  pay: z.object({ session, card: z.enum(cardNumbers).default("4242424242424242") }),
  answer: z.object({ session, approved: z.boolean().default(true) }),
  /** The page charges this much more than the shop asked for. */
  reprice: z.object({ session, by: z.number().int() }),
  settle: z.object({ session, arrived: z.boolean().default(true) }),
  dispute: z.object({ intent }),
  decide: z.object({ intent, won: z.boolean() }),
  /** The whole state of the fake. */
  state: nothing,
};

type Wishes = { [K in keyof typeof inputs]: z.input<(typeof inputs)[K]> };
type Wish = keyof Wishes;
type Does = { [K in Wish]: (input: z.output<(typeof inputs)[K]>) => unknown };

/** How a test controls the shopper, the bank, the network and the clock. */
export type Control = <K extends Wish>(wish: K, input?: Wishes[K]) => Promise<unknown>;

export function isWish(name: string): name is Wish {
  return Object.hasOwn(inputs, name);
}

export function newControl({ scene, faults, deliveries, setWebhook }: Parts): Control {
  const does: Does = {
    webhook: setWebhook,
    fault: faults.add,
    heal: () => {
      faults.clear();
      deliveries.heal();
    },
    events: ({ session: id, ...wanted }) =>
      deliveries.setFaults(
        Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)),
        id,
      ),
    release: ({ order }) => deliveries.release(order),
    resend: async ({ type }) => {
      const event = scene.events.findLast((sent) => sent.type === type);
      return event ? deliveries.post(event) : null;
    },
    advance: ({ seconds }) => {
      scene.advance(seconds);
      expireOverdue(scene);
      endRefunds(scene);
    },
    pay: ({ session: id, card }) => pay(scene, id, card),
    answer: ({ session: id, approved }) => answerSecondStep(scene, id, approved),
    reprice: ({ session: id, by }) => {
      sessionOf(scene, id).amount_total += by;
    },
    settle: ({ session: id, arrived }) => settleDebit(scene, id, arrived),
    dispute: ({ intent: id }) => openDispute(scene, id),
    decide: ({ intent: id, won }) => closeDispute(scene, id, won),
    state: () => ({
      sessions: [...scene.sessions.values()],
      intents: [...scene.intents.values()],
      charges: [...scene.charges.values()],
      refunds: [...scene.refunds.values()],
      coupons: [...scene.coupons.values()],
      disputes: [...scene.disputes.values()],
      events: scene.events,
      deliveries: deliveries.done,
    }),
  };
  const perform = <K extends Wish>(wish: K, input: unknown): unknown =>
    does[wish](inputs[wish].parse(input) as z.output<(typeof inputs)[K]>);
  return async (wish, input) => perform(wish, input ?? {});
}
