import type { Order } from "#lib/commerce/order/index.ts";
import { OrderGlance } from "./order-glance.tsx";

/** Orders of an account, each leading to its page. */
export function OrderList({ orders, heading = "h2" }: { orders: Order[]; heading?: "h2" | "h3" }) {
  return (
    <ul className="space-y-4">
      {orders.map((order) => (
        <li key={order.id} className="card p-5 sm:p-6">
          <OrderGlance order={order} href={`/account/orders/${order.id}`} heading={heading} />
        </li>
      ))}
    </ul>
  );
}
