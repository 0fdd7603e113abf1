import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { attemptStates } from "#lib/commerce/payment/index.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { type Reply, send, serverToken } from "#test/support/commercetools/call.ts";
import { where } from "#test/support/commercetools/viewer.ts";
import { transactionStates, transactionTypes } from "./transactions.ts";

type Found = {
  id: string;
  transactions: { type: string; state: string; interactionId?: string }[];
};

const token = await serverToken();
const provider = `provider-${randomUUID()}`;
const ours = `paymentMethodInfo(paymentInterface = "${provider}")`;

async function find(predicate: string): Promise<Found[]> {
  const { status, body }: Reply = await send("GET", `/payments?limit=500&${where(predicate)}`, { token });
  expect([predicate, status]).toEqual([predicate, 200]);
  return body.results;
}

/** A payment in every state that its columns can describe. */
const payments = attemptStates.flatMap((state) =>
  ["on-placement", "on-shipping"].flatMap((capture) =>
    [null, "capture", "release"].flatMap((wanted) =>
      [true, false].flatMap((goesBack) =>
        [null, randomUUID()].flatMap((reference) =>
          [0, 300].map((captured) => ({
            ...{ id: newId(), provider, method: "x", amount: 500, currency: "USD" },
            ...{ state, capture, wanted, goesBack, reference, captured },
          })),
        ),
      ),
    ),
  ),
);

test("payments are found by their transactions, in whatever state they are", async () => {
  await db.payment.createMany({ data: payments });
  const [first, second] = payments;
  const refunds = (["asked", "pending", "done", "failed"] as const).map((state, index) => ({
    ...{ paymentId: first?.id ?? "", amount: index + 1, state, reference: `refund-${index}` },
  }));
  await db.refund.createMany({ data: refunds });
  await db.payment.update({
    where: { id: second?.id ?? "" },
    data: { disputes: { "dispute-1": "open", "dispute-2": "won", "dispute-3": "lost" } },
  });

  const all = await find(ours);
  expect(all).toHaveLength(payments.length);
  const matching = (has: (one: Found["transactions"][number]) => boolean) =>
    all.filter(({ transactions }) => transactions.some(has)).map(({ id }) => id);
  let found = 0;
  for (const type of Object.values(transactionTypes)) {
    for (const state of Object.values(transactionStates)) {
      const expected = matching((one) => one.type === type && one.state === state);
      const ids = (await find(`${ours} and transactions(type = "${type}" and state = "${state}")`)).map(
        ({ id }) => id,
      );
      expect([type, state, ids]).toEqual([type, state, expected]);
      found += expected.length > 0 ? 1 : 0;
    }
  }
  expect(found).toBeGreaterThan(12);

  const none = all.filter(({ transactions }) => transactions.length === 0).map(({ id }) => id);
  expect((await find(`${ours} and transactions is empty`)).map(({ id }) => id)).toEqual(none);
  for (const [predicate, id] of [
    [`transactions(interactionId = "refund-2" and amount(centAmount = 3))`, first?.id],
    [`transactions(type = "Refund" and timestamp > "2020-01-01")`, first?.id],
    [`transactions(interactionId = "dispute-3" and state = "Success")`, second?.id],
  ]) {
    expect((await find(`${ours} and ${predicate}`)).map((one) => one.id)).toEqual([id]);
  }
});
