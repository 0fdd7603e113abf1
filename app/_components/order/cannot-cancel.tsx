import { useTranslations } from "next-intl";
import type { Order } from "#lib/commerce/order/index.ts";
import { EntryFrame } from "../account/entry-frame.tsx";
import { Link } from "../link.tsx";
import { CancelTitle } from "./cancel-title.tsx";

/** Says that an order has left, or is cancelled already. `back` is its page. */
export function CannotCancel({ order, back }: { order: Order; back: string }) {
  const t = useTranslations("account.order");
  return (
    <EntryFrame
      title={<CancelTitle order={order} />}
      lead={t(order.status === "cancelled" ? "already" : "tooLate")}
    >
      <Link href={back} className="button">
        {t("backToOrder")}
      </Link>
    </EntryFrame>
  );
}
