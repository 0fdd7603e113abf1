import {
  getOrder,
  type OrderName,
  orderCart,
  orderFields,
  searchOrders,
  updateOrder,
} from "#lib/commerce/order/index.ts";
import { type FieldList, listingOf, worded } from "#lib/platform/filter/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { found, listed } from "../http/answers.ts";
import { type ApiCall, apiRoute } from "../http/api-route.ts";
import { listParameters } from "../http/parameters.ts";
import type { Route } from "../http/router.ts";
import { orderQueryFields, parseListQuery, wordsOf } from "../query/index.ts";
import { myOrderDraft, type OrderAction, type OrderDraft, orderDraft, orderUpdate } from "./schemas.ts";
import { orderStates, paymentStates, shipmentStates } from "./states.ts";
import { stepFor } from "./steps.ts";
import { toOneOrder, toOrders } from "./to-order.ts";

const mine = { scopes: ["manage_my_orders"], as: "shopper" } as const;
const view = { scopes: ["view_orders"], as: "client" } as const;
const manage = { scopes: ["manage_orders"], as: "client" } as const;

const queryFields: FieldList = {
  ...orderQueryFields,
  orderState: worded(orderFields.status, wordsOf(orderStates)),
  shipmentState: worded(orderFields.shipmentState, wordsOf(shipmentStates)),
  paymentState: worded(orderFields.paymentStatus, wordsOf(paymentStates)),
};

/** Orders: a shopper's own below /me, and all of them for programs (sheet 4). */
export const orderRoutes: readonly Route[] = [
  apiRoute(
    {
      id: "ct.orderMyCart",
      method: "POST",
      path: "/me/orders",
      summary: "Order a cart",
      body: myOrderDraft,
      limits: [acts.placeOrder],
      status: 201,
      ...mine,
    },
    async (call) => {
      const { id, version } = await call.body();
      return place(call, { id, version });
    },
  ),
  apiRoute(
    {
      id: "ct.orderCart",
      method: "POST",
      path: "/orders",
      summary: "Order anybody's cart",
      body: orderDraft,
      limits: [acts.placeOrder],
      status: 201,
      ...manage,
    },
    async (call) => place(call, await call.body()),
  ),
  apiRoute(
    {
      id: "ct.listMyOrders",
      method: "GET",
      path: "/me/orders",
      summary: "The shopper's orders",
      query: listParameters,
      ...mine,
    },
    list,
  ),
  apiRoute(
    {
      id: "ct.listOrders",
      method: "GET",
      path: "/orders",
      summary: "Everybody's orders",
      query: listParameters,
      ...view,
    },
    list,
  ),
  apiRoute(
    { id: "ct.myOrder", method: "GET", path: "/me/orders/{id}", summary: "An order of the shopper", ...mine },
    read,
  ),
  apiRoute(
    {
      id: "ct.orderByNumber",
      method: "GET",
      path: "/orders/order-number={number}",
      summary: "An order by its number",
      ...view,
    },
    read,
  ),
  apiRoute({ id: "ct.order", method: "GET", path: "/orders/{id}", summary: "An order", ...view }, read),
  apiRoute(
    {
      id: "ct.updateByNumber",
      method: "POST",
      path: "/orders/order-number={number}",
      summary: "Move an order along by its number",
      body: orderUpdate,
      limits: [acts.manageShop],
      ...manage,
    },
    change,
  ),
  apiRoute(
    {
      id: "ct.updateOrder",
      method: "POST",
      path: "/orders/{id}",
      summary: "Move an order along",
      body: orderUpdate,
      limits: [acts.manageShop],
      ...manage,
    },
    change,
  ),
];

/** Orders a cart, with the order where the draft wants it, or not at all. A cart that is not there is 404. */
function place(call: ApiCall, draft: OrderDraft) {
  const { ctx } = call;
  const cartId = draft.cart?.id ?? draft.id ?? "";
  const { version, orderNumber, purchaseOrderNumber } = draft;
  return found({ id: cartId }, async () => {
    const order = await orderCart(ctx, {
      cartId,
      version,
      merchantNumber: orderNumber ?? undefined,
      purchaseOrderNumber: purchaseOrderNumber ?? undefined,
      steps: draftActions(draft).map(stepFor),
    });
    return toOneOrder(ctx, order);
  });
}

function draftActions({ orderState, shipmentState, paymentState }: OrderDraft): OrderAction[] {
  const actions: (OrderAction | false)[] = [
    !!orderState && { action: "changeOrderState", orderState },
    !!shipmentState && { action: "changeShipmentState", shipmentState },
    !!paymentState && { action: "changePaymentState", paymentState },
  ];
  return actions.filter((action) => action !== false);
}

function nameOf({ params: { id, number = "" } }: ApiCall): OrderName {
  return id === undefined ? { number } : { id };
}

function wireName({ params: { id, number = "" } }: ApiCall) {
  return id === undefined ? { key: number } : { id };
}

function read(call: ApiCall) {
  return found(wireName(call), async () => toOneOrder(call.ctx, await getOrder(call.ctx, nameOf(call))));
}

async function change(call: ApiCall<typeof orderUpdate>) {
  const { version, actions } = await call.body();
  const steps = actions.map(stepFor);
  return found(wireName(call), async () =>
    toOneOrder(call.ctx, await updateOrder(call.ctx, { order: nameOf(call), version, steps })),
  );
}

async function list(call: ApiCall) {
  const query = parseListQuery(call.query);
  const { orders, total } = await searchOrders(call.ctx, listingOf(queryFields, query));
  return listed(call, { ...query, total }, await toOrders(call.ctx, orders));
}
