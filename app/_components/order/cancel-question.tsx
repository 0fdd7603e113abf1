import { useTranslations } from "next-intl";
import { isCancellable, type Order } from "#lib/commerce/order/index.ts";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { isMoneyThere } from "#lib/storefront/order/order-words.ts";
import { EntryFrame } from "../account/entry-frame.tsx";
import { ConfirmForm } from "../form/confirm-form.tsx";
import { CancelTitle } from "./cancel-title.tsx";
import { CannotCancel } from "./cannot-cancel.tsx";

type Props = {
  order: Order;
  /** The order's page. */
  back: string;
  action: FormAction;
  /** What names the order to the action. */
  fields: Record<string, string>;
};

/** Asks before an order is cancelled. */
export function CancelQuestion({ order, back, action, fields }: Props) {
  const t = useTranslations("account.order");
  if (!isCancellable(order)) return <CannotCancel order={order} back={back} />;
  return (
    <EntryFrame
      title={<CancelTitle order={order} />}
      lead={t(isMoneyThere(order) ? "cancelLeadPaid" : "cancelLead")}
    >
      <ConfirmForm
        id="cancel"
        action={action}
        fields={fields}
        submit={{ words: t("cancelYes"), busy: t("cancelling"), className: "button button-danger" }}
        back={{ href: back, words: t("cancelNo") }}
      />
    </EntryFrame>
  );
}
