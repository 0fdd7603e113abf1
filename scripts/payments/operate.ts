import {
  cancel,
  changePayment,
  getOrder,
  loadPayments,
  managePayment,
  moveOrder,
  type Order,
  type OrderStep,
  type PaymentAction,
  type PaymentRecord,
  paymentsInTrouble,
} from "#lib/commerce/order/index.ts";
import { asShop } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { id as uuid } from "#lib/platform/text.ts";
import "#lib/shop.ts";
import { refuseSurplus } from "../process/arguments.ts";
import { messageOf, Problem } from "../process/problem.ts";
import { amountFrom } from "./amount-from.ts";
import { describeOrder, describePayment, describeTrouble } from "./describe.ts";
import { howToName, paymentsUsage } from "./usage.ts";

type Command = (name: string, amount?: string) => Promise<void>;
const commands: Record<string, Command> = {
  show,
  refund: (name, amount) =>
    move(name, (payment) => ({ kind: "refund", amount: amountFrom(amount, payment) })),
  capture: (name) => move(name, () => ({ kind: "capture", amount: null })),
  release: (name) => move(name, () => ({ kind: "release", amount: null })),
  received: (name) => moveAndShow(name, changePayment("paid")),
  cancel: (name) => moveAndShow(name, cancel),
};

/**
 * Lists the payments that need attention, or with a command shows or moves the money of an order, named by its number,
 * or of a payment, named by its id. What is asked for is recorded; if the provider cannot be reached from here, the
 * worker carries it out. `program` is the command to show in hints.
 * @throws Problem for an unknown command, name or amount, for an argument too many, and for what cannot be done with
 * the money
 */
export async function operatePayments(program: string, args: string[]): Promise<void> {
  const [command, name, amount] = args;
  if (command === undefined) return list(program);
  const usage = paymentsUsage(program);
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!run || !name) throw new Problem("Which command, for which order?", usage);
  refuseSurplus(args, command === "refund" ? 3 : 2, usage);
  try {
    await run(name, amount);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (error.code === "not_found") throw new Problem(`There is no order ${name}.`, howToName);
    throw new Problem(messageOf(error), `See: ${program} show ${name}`);
  }
}

async function list(program: string): Promise<void> {
  const { troubled, hasMore } = await paymentsInTrouble(asShop);
  console.log(
    troubled.length === 0 ? "No payment needs attention." : troubled.map(describeTrouble).join("\n\n"),
  );
  if (hasMore)
    console.log(`\nMore payments need attention: these are the ${troubled.length} that changed last.`);
  console.log(`\n${paymentsUsage(program)}`);
}

async function show(name: string): Promise<void> {
  const [order, payments] = await find(name);
  console.log([...(order ? [describeOrder(order)] : []), ...payments.map(describePayment)].join("\n\n"));
}

async function moveAndShow(name: string, step: OrderStep): Promise<void> {
  await moveOrder(asShop, { number: name }, [step]);
  await show(name);
}

/** Moves the money of the only payment that the action fits. */
async function move(name: string, action: (payment: PaymentRecord) => PaymentAction): Promise<void> {
  const [, payments] = await find(name);
  const [payment, ...others] = payments;
  if (!payment) throw new Problem(`${name} has no payment.`, "Nothing was due for it.");
  if (others.length > 0)
    throw new Problem(`${name} has several payments.`, "Name one by its id: the command show prints it.");
  await managePayment(asShop, { id: payment.id, version: null, actions: [action(payment)] });
  await show(name);
}

/** The order, if any, with its payments. @throws not_found */
async function find(name: string): Promise<[Order | null, PaymentRecord[]]> {
  if (!uuid.safeParse(name).success) {
    const order = await getOrder(asShop, { number: name });
    return [order, await loadPayments(asShop, Prisma.sql`where p.order_id = ${order.id}::uuid`)];
  }
  const payments = await loadPayments(asShop, Prisma.sql`where p.id = ${name}::uuid`);
  const [payment] = payments;
  if (!payment) throw new Problem(`There is no payment ${name}.`, howToName);
  return [payment.orderId === null ? null : await getOrder(asShop, { id: payment.orderId }), payments];
}
