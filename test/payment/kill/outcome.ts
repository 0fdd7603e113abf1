import * as z from "zod";
import { withClient } from "#scripts/postgres/with-client.ts";
import type { Received } from "#test/mail/smtp-sink.ts";
import type { Shopper } from "./shopper.ts";
import type { System } from "./system.ts";

const ownOrder = z.object({
  id: z.string(),
  orderNumber: z.string(),
  status: z.string(),
  paymentStatus: z.string(),
  fulfillmentStatus: z.string(),
  totals: z.object({ total: z.int() }),
  payment: z.object({ provider: z.string() }).nullable(),
  balance: z.object({ paid: z.int(), refunded: z.int(), due: z.int() }),
  shipments: z.array(z.unknown()),
  events: z.array(z.object({ type: z.string() })),
});
export type OwnOrder = z.infer<typeof ownOrder>;

const attempt = z.object({ id: z.string(), state: z.string(), isDue: z.boolean(), goesBack: z.boolean() });
const cart = z.object({ status: z.string(), isPaying: z.boolean(), attempts: z.array(attempt) });

const session = z.object({
  client_reference_id: z.string(),
  status: z.string(),
  payment_intent: z.string().nullable(),
});
const intent = z.object({
  id: z.string(),
  status: z.string(),
  amount_received: z.int(),
  amount_capturable: z.int(),
});
const refund = z.object({ payment_intent: z.string(), amount: z.int(), status: z.string() });
const atStripe = z.object({
  sessions: z.array(session),
  intents: z.array(intent),
  refunds: z.array(refund),
});

/** What became of a purchase: at the shop, at Stripe and in the mailbox. */
export type Outcome = {
  /** As the shopper sees them. */
  orders: OwnOrder[];
  carts: z.infer<typeof cart>[];
  pages: z.infer<typeof session>[];
  payments: z.infer<typeof intent>[];
  /** What Stripe has received and not refunded, in minor units. */
  held: number;
  mails: Received[];
};

/** Looks up the outcome of each shopper's purchase. */
export async function outcomesOf(
  system: System,
  shoppers: readonly Shopper[],
): Promise<Map<Shopper, Outcome>> {
  const stripe = atStripe.parse(await system.stripe.control("state"));
  const carts = await cartsByEmail(system);
  const outcomes = new Map<Shopper, Outcome>();
  for (const shopper of shoppers) {
    const own = carts.get(shopper.email) ?? [];
    const ids = own.flatMap(({ attempts }) => attempts.map(({ id }) => id));
    const pages = stripe.sessions.filter((page) => ids.includes(page.client_reference_id));
    const payments = stripe.intents.filter(({ id }) => pages.some((page) => page.payment_intent === id));
    const refunds = stripe.refunds.filter(
      (each) => each.status === "succeeded" && payments.some(({ id }) => id === each.payment_intent),
    );
    const { body } = await shopper.ask("GET", "/store/orders");
    outcomes.set(shopper, {
      orders: z.object({ data: z.array(ownOrder) }).parse(body).data,
      carts: own,
      pages,
      payments,
      held: sum(payments.map((each) => each.amount_received)) - sum(refunds.map(({ amount }) => amount)),
      mails: system.mailbox.received.filter(({ recipients }) => recipients.includes(shopper.email)),
    });
  }
  return outcomes;
}

async function cartsByEmail({ databaseUrl }: System): Promise<Map<string, z.infer<typeof cart>[]>> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query(`
      select c.email, c.status, c.paying_id is not null as "isPaying",
        coalesce(json_agg(json_build_object('id', p.id, 'state', p.state, 'isDue', p.due_at is not null,
          'goesBack', p.goes_back)) filter (where p.id is not null), '[]') as attempts
      from cart c left join payment p on p.cart_id = c.id where c.email is not null group by c.id`),
  );
  const found = z.array(cart.extend({ email: z.string() })).parse(rows);
  return Map.groupBy(found, ({ email }) => email);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
