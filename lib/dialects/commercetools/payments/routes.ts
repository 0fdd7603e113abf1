import { type PaymentRecord, paymentRecords } from "#lib/commerce/order/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { listingOf } from "#lib/platform/filter/index.ts";
import { type ApiCall, apiRoute, type CommercetoolsRoute, type Reply } from "../dialect.ts";
import { listed } from "../http/answers.ts";
import { listParameters } from "../http/parameters.ts";
import { parseListQuery, paymentQueryFields } from "../query/index.ts";
import { actionFor } from "./actions.ts";
import { paymentUpdate } from "./schemas.ts";
import { toOnePayment, toPayments } from "./to-payment.ts";

const view = { tag: "Payments", scopes: ["view_payments", "view_orders"], as: "client" } as const;
const manage = { tag: "Payments", scopes: ["manage_payments", "manage_orders"], as: "client" } as const;

const answers = async (payment: PaymentRecord, { ctx }: { ctx: Context }): Promise<Reply> => ({
  body: await toOnePayment(ctx, payment),
});

const named = ({ params: { id = "" } }: Pick<ApiCall, "params">) => ({ id });

/** Payments, for programs: reading what became of their money, and moving it. */
export const paymentRoutes: readonly CommercetoolsRoute[] = [
  apiRoute(
    {
      ...view,
      id: "ct.listPayments",
      method: "GET",
      path: "/payments",
      summary: "Everybody's payments",
      query: listParameters,
    },
    {
      verb: paymentRecords.search,
      asks: ({ query }) => listingOf(paymentQueryFields, parseListQuery(query)),
      answers: async ({ payments, total }, call) =>
        listed(call, { total, results: await toPayments(call.ctx, payments) }),
    },
  ),
  apiRoute(
    { ...view, id: "ct.payment", method: "GET", path: "/payments/{id}", summary: "A payment" },
    { verb: paymentRecords.get, asks: named, answers },
  ),
  apiRoute(
    {
      ...manage,
      id: "ct.updatePayment",
      method: "POST",
      path: "/payments/{id}",
      summary: "Charge, refund or cancel a payment",
      body: paymentUpdate,
    },
    {
      verb: paymentRecords.manage,
      asks: (call) => ({
        ...named(call),
        version: call.body.version,
        actions: call.body.actions.map(actionFor),
      }),
      answers,
    },
  ),
];
