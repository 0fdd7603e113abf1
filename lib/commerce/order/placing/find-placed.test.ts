import { expect, test } from "vitest";
import type { Context } from "#lib/platform/context.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";
import { orderOf } from "#test/support/expect.ts";
import { findPlaced } from "./find-placed.ts";

test("a shopper who lost the answer finds the order by the cart, and nobody else does", async () => {
  const ready = await readyToPlace({ variant: await makeVariant() });
  const { userId } = ready.session;
  const owner: Context = { actor: { type: "anonymous", userId, anonymousId: userId } };
  const cart = { token: ready.cart };
  expect(await findPlaced(owner, cart)).toBeNull();
  const { id } = orderOf(await place(ready));
  expect(await findPlaced(owner, cart)).toBe(id);
  const stranger = crypto.randomUUID();
  for (const actor of [
    { type: "none" },
    { type: "anonymous", userId: stranger, anonymousId: stranger },
  ] as const) {
    expect(await findPlaced({ actor }, cart)).toBeNull();
  }
  expect(await findPlaced(owner, { token: "x" })).toBeNull();
});
