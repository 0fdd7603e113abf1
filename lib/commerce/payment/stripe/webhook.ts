import Stripe from "stripe";
import * as z from "zod";
import { now } from "#lib/platform/clock.ts";
import { DomainError } from "#lib/platform/errors.ts";
import type { Notice } from "../provider.ts";
import { factsOf } from "./facts.ts";
import { readSession, sessionOfIntent } from "./session.ts";

const toleranceSeconds = 300;

/** The events that affect an attempt; the webhook endpoint at Stripe has to send these. */
export const handledEvents: readonly string[] = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "payment_intent.succeeded",
  "payment_intent.canceled",
  "charge.refunded",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.dispute.created",
  "charge.dispute.closed",
];

const subject = z.object({ object: z.string(), id: z.string(), payment_intent: z.string().nullish() });

/**
 * Handles an event. Events come late, twice and out of order, so the current state is read from Stripe.
 * @throws bad_request if it is not signed by Stripe, or was more than five minutes ago
 */
export async function webhook(client: Stripe, secret: string, request: Request): Promise<Notice[]> {
  const event = await verified(request, secret);
  if (!handledEvents.includes(event.type)) return [];
  const session = await sessionOfEvent(client, subject.parse(event.data.object));
  if (!session?.client_reference_id) return [];
  const facts = await factsOf(client, session);
  return [{ eventId: event.id, attempt: { id: session.client_reference_id }, facts }];
}

async function verified(request: Request, secret: string): Promise<Stripe.Event> {
  // The signature covers the raw bytes.
  const body = Buffer.from(await request.arrayBuffer());
  const signature = request.headers.get("stripe-signature") ?? "";
  try {
    return Stripe.webhooks.constructEvent(
      body,
      signature,
      secret,
      toleranceSeconds,
      undefined,
      now().getTime(),
    );
  } catch (cause) {
    throw new DomainError("bad_request", "The event is not signed by Stripe", { cause });
  }
}

async function sessionOfEvent(
  client: Stripe,
  { object, id, payment_intent: intent }: z.output<typeof subject>,
): Promise<Stripe.Checkout.Session | null> {
  if (object === "checkout.session") return readSession(client, id);
  const paid = object === "payment_intent" ? id : intent;
  return paid ? sessionOfIntent(client, paid) : null;
}
