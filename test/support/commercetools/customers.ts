import { randomUUID } from "node:crypto";
import { makeVariant } from "#test/support/catalogue.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { wireUsAddress } from "../addresses.ts";
import { askToken, customerToken, send, serverToken } from "./call.ts";
import { makeClient } from "./clients.ts";
import { order, readyCart } from "./shop.ts";

const password = "secret";

async function signUp(draft: object) {
  const email = guestEmail();
  const token = await serverToken();
  const { customer } = (await send("POST", "/customers", { token, body: { email, password, ...draft } }))
    .body;
  return { customer, email };
}

/** A new customer with a token, and the two ways to change the account. */
export async function newCustomer(draft: object = {}) {
  const { customer, email } = await signUp({ firstName: "Cora", ...draft });
  const [token, server] = [await customerToken(email, password), await serverToken()];
  const me = (actions: object[], version: number = customer.version) =>
    send("POST", "/me", { token, body: { version, actions } });
  const program = (actions: object[], version: number = customer.version) =>
    send("POST", `/customers/${customer.id}`, { token: server, body: { version, actions } });
  return { customer, token, email, me, program };
}

/** A new customer with tokens, an address and an order. */
export async function newBuyer() {
  const { customer, email } = await signUp({ addresses: [wireUsAddress], key: `crm-${randomUUID()}` });
  const client = await makeClient();
  const form = `grant_type=password&username=${encodeURIComponent(email)}&password=${password}&scope=manage_my_profile:demo manage_my_orders:demo`;
  const tokens = (await askToken("/oauth/demo/customers/token", form, client)).body;
  await order(tokens.access_token, await readyCart(tokens.access_token, await makeVariant()));
  const signsIn = async (typed: string) => (await customerToken(email, typed)) !== "undefined";
  const refresh = () =>
    askToken("/oauth/token", `grant_type=refresh_token&refresh_token=${tokens.refresh_token}`, client);
  return { customer, email, token: String(tokens.access_token), refresh, signsIn };
}

/** The number of orders that somebody sees who signs in. */
export async function countOrders(email: string, typed: string): Promise<number> {
  return (await send("GET", "/me/orders", { token: await customerToken(email, typed) })).body.total;
}
