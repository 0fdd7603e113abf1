import type { Order } from "#lib/order/index.ts";
import { OrderGlance } from "./order-glance.tsx";

/** Orders of an account, each leading to its page. */
export function OrderList({ orders }: { orders: Order[] }) {
  return (
    <ul className="space-y-4">
      {orders.map((order) => (
        <li key={order.id} className="card p-5 sm:p-6">
          <OrderGlance order={order} href={`/account/orders/${order.id}`} />
        </li>
      ))}
    </ul>
  );
}
