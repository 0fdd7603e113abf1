import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { CaptureTime, Opening, PaymentProvider } from "#lib/commerce/payment/index.ts";
import { openingOf, told } from "./opening-of.ts";

export type Contract = {
  provider: PaymentProvider;
  /** Pays on the provider's page, if it has one. */
  pay?: (opening: Opening) => Promise<unknown>;
  /** The method to test; the first by default. */
  method?: string;
  /** Whether it can authorize first and capture later. */
  reserves?: boolean;
  /** A method that is declined at once. */
  declines?: string;
  /**
   * Of a provider whose refunds take time or may fail: pays so that refunds of the attempt do, and makes them end.
   */
  refunds?: {
    pay: (opening: Opening, end: "late" | "failed") => Promise<unknown>;
    end: (opening: Opening, end: "late" | "failed") => Promise<unknown>;
  };
  /** A forged webhook request. */
  forged?: () => Request;
};

/** The contract tests for payment providers. Each provider's own test calls this. */
export function keepsTheContract(contract: Contract): void {
  const { provider, pay, declines, forged, refunds, reserves = false } = contract;
  const method = contract.method ?? provider.methods[0].id;

  /** A paid or authorized attempt, as the shop has recorded it. */
  async function paid(
    capture: CaptureTime = "on-placement",
    payBy?: (opening: Opening) => unknown,
  ): Promise<Opening> {
    const attempt = openingOf(provider, method, capture);
    const started = await provider.start(attempt);
    if (started.status === "declined") throw new Error(started.reason);
    if (started.status === "settled") return told(attempt, started.facts);
    const away: Opening = { ...attempt, state: "redirected", reference: started.reference };
    await (payBy ?? pay)?.(away);
    return told(away, await provider.look(away));
  }

  test("it has a stable id, a description and at least one method", () => {
    expect(provider.id).toMatch(/^[a-z][a-z0-9-]{1,40}$/);
    for (const { id, title } of provider.methods) expect([id, title].every(Boolean), id).toBe(true);
    for (const origin of provider.origins ?? []) expect(new URL(origin).origin).toBe(origin);
  });

  test("a repeated call gets the first answer and charges once", async () => {
    const attempt = openingOf(provider, method, "on-placement");
    const [first, second] = [await provider.start(attempt), await provider.start(attempt)];
    expect(second).toEqual(first);
    const both = await Promise.all([provider.start(attempt), provider.start(attempt)]);
    expect(both).toEqual([first, first]);
  });

  test("opening and looking up an attempt give the same outcome, in its amount and currency", async () => {
    const attempt = await paid();
    const facts = await provider.look(attempt);
    expect(facts).toMatchObject({ amount: 2444, currency: "USD", captured: attempt.captured, refunded: 0 });
    if (provider.asks) expect(facts).toMatchObject({ state: "captured", captured: 2444 });
  });

  test.runIf(provider.asks)("an unknown attempt is open", async () => {
    expect(await provider.look(openingOf(provider, method, "on-placement"))).toMatchObject({
      state: "open",
      captured: 0,
      refunded: 0,
    });
  });

  test.runIf(provider.asks)("an attempt that was closed before it was opened takes no money", async () => {
    const attempt = openingOf(provider, method, "on-placement");
    expect(await provider.release(attempt)).toMatchObject({ captured: 0 });
    const late = await provider.start(attempt).catch(() => null);
    if (late?.status === "redirect") await pay?.({ ...attempt, reference: late.reference });
    const facts = late?.status === "settled" ? late.facts : await provider.look(attempt);
    const after = told(attempt, facts);
    if (after.captured === 0) return;
    const back = await provider.refund(after, after.captured, randomUUID());
    expect(back).toMatchObject({ captured: after.captured, refunded: after.captured });
  });

  test.runIf(pay)("a closed attempt cannot be paid", async () => {
    const attempt = openingOf(provider, method, "on-placement");
    const started = await provider.start(attempt);
    if (started.status !== "redirect") throw new Error("It leads nowhere");
    const away: Opening = { ...attempt, state: "redirected", reference: started.reference };
    expect(await provider.look(away)).toMatchObject({ state: "open" });
    for (const _ of [1, 2]) expect(["released", "expired"]).toContain((await provider.release(away)).state);
    await pay?.(away).catch(() => undefined);
    expect(await provider.look(away)).toMatchObject({ captured: 0 });
  });

  test.runIf(provider.asks)("releasing never undoes a capture, however often it is called", async () => {
    const attempt = await paid();
    for (const _ of [1, 2]) {
      expect(await provider.release(attempt)).toMatchObject({ state: "captured", captured: 2444 });
    }
  });

  test.runIf(provider.asks)("refunds add up, once per key, and the last one makes it refunded", async () => {
    const attempt = await paid();
    const key = randomUUID();
    const first = await provider.refund(attempt, 1000, key);
    expect(first).toMatchObject({ captured: 2444, refunded: 1000 });
    expect(await provider.refund(attempt, 1000, key)).toEqual(first);
    const partly = told(attempt, first);
    const rest = await provider.refund(partly, 1444, randomUUID());
    expect(rest).toMatchObject({ state: "refunded", captured: 2444, refunded: 2444 });
    expect(await provider.look(told(partly, rest))).toMatchObject({ state: "refunded", refunded: 2444 });
  });

  test.runIf(refunds)("a refund counts once it is done", async () => {
    const attempt = await paid("on-placement", (away) => refunds?.pay(away, "late"));
    const key = randomUUID();
    const asked = await provider.refund(attempt, 1000, key);
    expect(asked).toMatchObject({ state: "captured", refunded: 0 });
    expect(asked.refunds).toEqual([{ id: expect.any(String), key, amount: 1000, state: "pending" }]);
    expect(await provider.refund(attempt, 1000, key)).toEqual(asked);
    await refunds?.end(attempt, "late");
    const done = await provider.look(attempt);
    expect(done).toMatchObject({ state: "captured", refunded: 1000, refunds: [{ key, state: "done" }] });
  });

  test.runIf(refunds)("a refund that fails does not count, and its key makes no other one", async () => {
    const attempt = await paid("on-placement", (away) => refunds?.pay(away, "failed"));
    const key = randomUUID();
    await provider.refund(attempt, 2444, key);
    await refunds?.end(attempt, "failed");
    const failed = {
      state: "captured",
      captured: 2444,
      refunded: 0,
      refunds: [{ key, amount: 2444, state: "failed" }],
    };
    expect(await provider.look(attempt)).toMatchObject(failed);
    const again = await provider.refund(attempt, 2444, key);
    expect(again).toMatchObject(failed);
    expect(again.refunds).toHaveLength(1);
  });

  test.runIf(reserves)("an authorization is captured once, or released", async () => {
    const attempt = await paid("on-shipping");
    expect(attempt).toMatchObject({ state: "authorized", captured: 0 });
    const taken = await provider.capture(attempt, 2444);
    expect(taken).toMatchObject({ state: "captured", captured: 2444 });
    expect(await provider.capture(attempt, 2444)).toEqual(taken);
    const other = await paid("on-shipping");
    const released = await provider.release(other);
    expect(released).toMatchObject({ state: "released", captured: 0 });
    expect(await provider.look(told(other, released))).toMatchObject({ state: "released", captured: 0 });
  });

  test.runIf(declines)("a decline has a reason and needs no action", async () => {
    const attempt = openingOf(provider, declines ?? "", "on-placement");
    expect(await provider.start(attempt)).toEqual({
      status: "declined",
      reason: expect.stringMatching(/\w/),
    });
  });

  test.runIf(forged)("a forged webhook is rejected", async () => {
    const request = forged?.();
    if (!request || !provider.webhook) throw new Error("It has no webhook");
    await expect(provider.webhook(request)).rejects.toMatchObject({ code: "bad_request" });
  });
}
