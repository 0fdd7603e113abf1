import { type Order, type OrderName, orders } from "#lib/commerce/order/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { listingOf } from "#lib/platform/filter/index.ts";
import { type ApiCall, apiRoute, type CommercetoolsRoute, type Reply } from "../dialect.ts";
import { listed } from "../http/answers.ts";
import { absent } from "../http/name-in.ts";
import { listParameters } from "../http/parameters.ts";
import { orderQueryFields, parseListQuery } from "../query/index.ts";
import { cartIn, orderOf } from "./draft.ts";
import { myOrderDraft, type OrderUpdate, orderDraft, orderUpdate } from "./schemas.ts";
import { stepFor } from "./steps.ts";
import { toOneOrder, toOrders } from "./to-order.ts";

const mine = { tag: "Orders", scopes: ["manage_my_orders"], as: "shopper" } as const;
const view = { tag: "Orders", scopes: ["view_orders"], as: "client" } as const;
const manage = { tag: "Orders", scopes: ["manage_orders"], as: "client" } as const;

const answers = async (order: Order, { ctx }: { ctx: Context }): Promise<Reply> => ({
  body: await toOneOrder(ctx, order),
});

const orderName = ({ params: { id, number = "" } }: Pick<ApiCall, "params">): OrderName =>
  id === undefined ? { number } : { id };

const read = { verb: orders.get, asks: orderName, answers };

const change = {
  verb: orders.update,
  asks: (call: Pick<ApiCall, "params"> & { body: OrderUpdate }) => ({
    order: orderName(call),
    version: call.body.version,
    steps: call.body.actions.map(stepFor),
  }),
  answers,
};

const list = {
  verb: orders.search,
  asks: ({ query }: ApiCall) => listingOf(orderQueryFields, parseListQuery(query)),
  answers: async ({ orders, total }: { orders: Order[]; total?: number }, call: ApiCall) =>
    listed(call, { total, results: await toOrders(call.ctx, orders) }),
};

/** Orders: a shopper's own below /me, and all of them for programs. */
export const orderRoutes: readonly CommercetoolsRoute[] = [
  apiRoute(
    {
      ...mine,
      id: "ct.orderMyCart",
      method: "POST",
      path: "/me/orders",
      summary: "Order a cart",
      body: myOrderDraft,
      status: 201,
    },
    {
      verb: orders.orderCart,
      asks: ({ body: { id, version } }) => ({ cart: { id }, version, steps: [] }),
      answers,
      fails: absent(({ body: { id } }) => ({ id })),
    },
  ),
  apiRoute(
    {
      ...manage,
      id: "ct.orderCart",
      method: "POST",
      path: "/orders",
      summary: "Order any cart",
      body: orderDraft,
      status: 201,
    },
    {
      verb: orders.orderCart,
      asks: ({ body }) => orderOf(body),
      answers,
      fails: absent(({ body }) => cartIn(body)),
    },
  ),
  apiRoute(
    {
      ...mine,
      id: "ct.listMyOrders",
      method: "GET",
      path: "/me/orders",
      summary: "The shopper's orders",
      query: listParameters,
    },
    list,
  ),
  apiRoute(
    {
      ...view,
      id: "ct.listOrders",
      method: "GET",
      path: "/orders",
      summary: "All orders",
      query: listParameters,
    },
    list,
  ),
  apiRoute(
    { ...mine, id: "ct.myOrder", method: "GET", path: "/me/orders/{id}", summary: "An order of the shopper" },
    read,
  ),
  apiRoute(
    {
      ...view,
      id: "ct.orderByNumber",
      method: "GET",
      path: "/orders/order-number={number}",
      summary: "An order by its number",
    },
    read,
  ),
  apiRoute({ ...view, id: "ct.order", method: "GET", path: "/orders/{id}", summary: "An order" }, read),
  apiRoute(
    {
      ...manage,
      id: "ct.updateByNumber",
      method: "POST",
      path: "/orders/order-number={number}",
      summary: "Update an order by its number",
      body: orderUpdate,
    },
    change,
  ),
  apiRoute(
    {
      ...manage,
      id: "ct.updateOrder",
      method: "POST",
      path: "/orders/{id}",
      summary: "Update an order",
      body: orderUpdate,
    },
    change,
  ),
];
