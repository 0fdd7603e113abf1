import * as z from "zod";
import { acts } from "#lib/platform/limits/index.ts";
import { id, line } from "#lib/platform/text.ts";
import { shoppers, verb } from "#lib/platform/verb/index.ts";
import { answerDemoCard } from "./answer-demo-card.ts";
import { receiveWebhook } from "./receive-webhook.ts";
import { leaveAttempt, visitAttempt } from "./visit-attempt.ts";

/** The operations on attempts to pay, which may end with an order. */
export const attempts = {
  /** The outcome of an attempt to pay, with its cart's order if there is one. */
  followPayment: verb(
    {
      name: "payment.follow",
      who: shoppers,
      takes: z.object({ id }),
      throws: ["not_found"],
      limits: [acts.followPayment],
    },
    visitAttempt,
  ),
  /** Answers the second step of a demo card. */
  answerDemoCard: verb(
    {
      name: "payment.answer-demo-card",
      who: shoppers,
      takes: z.object({ id, accepts: z.boolean() }),
      throws: ["not_found"],
      limits: [acts.followPayment],
    },
    answerDemoCard,
  ),
  /** Returns from a provider's page without having paid. */
  leavePayment: verb(
    {
      name: "payment.leave",
      who: shoppers,
      takes: z.object({ id }),
      throws: ["not_found", "unavailable", "payment_in_progress"],
      limits: [acts.followPayment],
    },
    leaveAttempt,
  ),
  /** Receives a webhook of a payment provider, once it is authenticated. */
  receiveWebhook: verb(
    {
      name: "payment.receive-webhook",
      who: ["none"],
      takes: z.object({ provider: line(60), request: z.instanceof(Request) }),
      throws: ["not_found", "bad_request"],
      limits: { none: "nothing is written before the provider has proved who it is" },
    },
    (_ctx, { provider, request }) => receiveWebhook(provider, request),
  ),
};
