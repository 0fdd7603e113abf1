import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { isCancellable, numberOf, type Order } from "#lib/commerce/order/index.ts";
import { ownOrder } from "#lib/storefront/account/own-order.ts";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { isMoneyThere } from "#lib/storefront/order-words.ts";
import { EntryFrame } from "../../../../../_components/account/entry-frame.tsx";
import { ActionForm } from "../../../../../_components/form/action-form.tsx";
import { HiddenField } from "../../../../../_components/form/hidden-field.tsx";
import { SubmitButton } from "../../../../../_components/form/submit-button.tsx";
import { Link } from "../../../../../_components/link.tsx";
import { MissingPage } from "../../../../../_components/missing-page.tsx";
import { OrderNumber } from "../../../../../_components/order/order-number.tsx";
import { cancelOwnOrder } from "./cancel-own-order.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [order, t] = await Promise.all([params.then(ownOrder), getTranslations("account.order")]);
  if (!order) return missingPageMetadata();
  return { title: t(titleOf(order), { number: numberOf(order) }), robots: { index: false, follow: false } };
}

function titleOf(order: Order): "cancelTitle" | "alreadyTitle" | "tooLateTitle" {
  if (isCancellable(order)) return "cancelTitle";
  return order.status === "cancelled" ? "alreadyTitle" : "tooLateTitle";
}

/** Asks before an order is cancelled. */
export default async function CancelPage({ params }: Props) {
  const [order, t] = await Promise.all([params.then(ownOrder), getTranslations("account.order")]);
  if (!order) return <MissingPage />;
  const number = numberOf(order);
  const back = `/account/orders/${order.id}`;
  const title = <OrderNumber number={number}>{t(titleOf(order), { number })}</OrderNumber>;
  if (!isCancellable(order)) {
    return (
      <EntryFrame title={title} lead={t(order.status === "cancelled" ? "already" : "tooLate")}>
        <Link href={back} className="button">
          {t("backToOrder")}
        </Link>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={title} lead={t(isMoneyThere(order) ? "cancelLeadPaid" : "cancelLead")}>
      <ActionForm id="cancel" action={cancelOwnOrder} className="flex flex-wrap gap-4">
        <HiddenField name="id" value={order.id} />
        <SubmitButton busy={t("cancelling")} className="button button-danger">
          {t("cancelYes")}
        </SubmitButton>
        <Link href={back} className="button button-quiet">
          {t("cancelNo")}
        </Link>
      </ActionForm>
    </EntryFrame>
  );
}
