import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { usAddress } from "#test/support/addresses.ts";
import { type Answer, askUntilAnswered } from "./client.ts";
import type { Goods } from "./goods.ts";
import type { System } from "./system.ts";

const order = z.object({
  id: z.string(),
  orderNumber: z.string(),
  status: z.string(),
  totals: z.object({ total: z.int() }),
});
type SeenOrder = z.infer<typeof order>;

const placed = z.object({
  data: z.union([order, z.object({ attempt: z.object({ id: z.string(), redirectUrl: z.string() }) })]),
});
const followed = z.object({ data: z.object({ status: z.string(), order: order.nullable() }) });
const cartBody = z.object({ data: z.object({ lines: z.array(z.object({ id: z.string() })) }) });

/** A page at Stripe that a shopper was sent to. */
export type OpenPage = { attempt: string; session: string };

/** How a purchase must end. */
export type Expected = "an order" | "no order" | "an order or none";

const endings = ["declined", "expired", "released", "refunded"];

/** A guest who buys through the store API, and repeats what got no answer. */
export class Shopper {
  readonly email: string = `kill-${randomUUID()}@example.com`;
  readonly log: string[] = [];
  /** The orders that the shop has shown. */
  readonly seen = new Map<string, SeenOrder>();
  expected: Expected = "an order or none";
  /** What went wrong for the shopper; null as long as everything was answered. */
  failure: string | null = null;
  private readonly system: System;
  private auth: Record<string, string> = {};
  private key: string = randomUUID();

  constructor(system: System) {
    this.system = system;
  }

  note(what: string): void {
    this.log.push(`${new Date().toISOString().slice(11, 23)} ${what}`);
  }

  async ask(method: string, path: string, json?: unknown, headers = {}): Promise<Answer> {
    const answer = await askUntilAnswered(method, `${this.system.shopUrl}${path}`, {
      headers: { ...this.auth, ...headers },
      ...(json !== undefined && { json }),
    });
    const cart = answer.headers.get("x-cart-token");
    if (cart) this.auth["x-cart-token"] = cart;
    return answer;
  }

  /** @throws for any refusal */
  private async must(method: string, path: string, json?: unknown): Promise<Answer> {
    const answer = await this.ask(method, path, json);
    if (answer.status < 300) return answer;
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  /** Fills a cart with everything but the payment. */
  async fillCart({ variantId, shippingMethodId }: Goods): Promise<void> {
    const session = await this.must("POST", "/auth/sign-in/anonymous", {});
    this.auth = { authorization: `Bearer ${z.object({ token: z.string() }).parse(session.body).token}` };
    await this.must("POST", "/store/cart/lines", { variantId, quantity: 1 });
    await this.must("POST", "/store/guest/contact", { email: this.email, name: "Gale Guest" });
    await this.must("PUT", "/store/cart/address", { shippingAddress: usAddress });
    await this.must("PUT", "/store/cart/shipping-method", { shippingMethodId });
    this.note("filled the cart");
  }

  async changeCart(): Promise<void> {
    const cart = cartBody.parse((await this.must("GET", "/store/cart")).body);
    const answer = await this.ask("PATCH", `/store/cart/lines/${cart.data.lines[0]?.id}`, { quantity: 2 });
    this.key = randomUUID();
    this.note(`changed the cart: ${answer.status}`);
  }

  /** Places the order. Returns the page to pay at, if there is one. */
  async place(paymentProvider: string, key = this.key): Promise<OpenPage | null> {
    const answer = this.ask(
      "POST",
      "/store/checkout/place-order",
      { paymentProvider },
      { "idempotency-key": key },
    );
    await this.system.reached("asked to pay");
    const { status, body } = await answer;
    this.note(`placed by ${paymentProvider}: ${status}`);
    if (status >= 300) {
      this.note(JSON.stringify(body));
      return null;
    }
    const { data } = placed.parse(body);
    if (!("attempt" in data)) {
      this.see(data);
      return null;
    }
    await this.system.reached("led to the page");
    return {
      attempt: data.attempt.id,
      session: new URL(data.attempt.redirectUrl).pathname.split("/").at(-1) ?? "",
    };
  }

  /** Places it from another tab of the same browser, which has an idempotency key of its own. */
  placeInAnotherTab(paymentProvider: string): Promise<OpenPage | null> {
    return this.place(paymentProvider, randomUUID());
  }

  /** Pays at Stripe's page. False if it is closed. */
  async pay({ session }: OpenPage, card?: "4000000000000002"): Promise<boolean> {
    try {
      await this.system.stripe.control("pay", { session, ...(card && { card }) });
    } catch (error) {
      this.note(`could not pay: ${error}`);
      return false;
    }
    this.note(card ? "was declined" : "paid");
    if (!card) await this.system.reached("paid");
    return true;
  }

  /** Returns from Stripe's page, and waits for the outcome for a while. */
  async comeBack({ attempt }: OpenPage, ms = 5_000): Promise<void> {
    const until = Date.now() + ms;
    while (Date.now() < until) {
      const { status, body } = await this.ask("GET", `/store/checkout/attempts/${attempt}`);
      if (status >= 300) return this.note(`came back: ${status} ${JSON.stringify(body)}`);
      const { data } = followed.parse(body);
      if (data.order) return this.see(data.order);
      if (endings.includes(data.status)) return this.note(`came back: ${data.status}`);
      await sleep(200);
    }
    this.note("came back, and left before there was an order");
  }

  async cancel(): Promise<void> {
    for (const { id } of this.seen.values()) {
      const answer = this.ask("POST", `/store/orders/${id}/cancel`, {});
      await this.system.reached("cancelled");
      const { status } = await answer;
      this.note(`cancelled: ${status}`);
    }
  }

  private async see(found: SeenOrder): Promise<void> {
    this.seen.set(found.id, found);
    this.note(`saw the order ${found.orderNumber}`);
    await this.system.reached("ordered");
  }
}
