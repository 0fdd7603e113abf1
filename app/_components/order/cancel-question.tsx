import { useTranslations } from "next-intl";
import { isCancellable, type Order } from "#lib/commerce/order/index.ts";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { isMoneyThere } from "#lib/storefront/order/order-words.ts";
import { EntryFrame } from "../account/entry-frame.tsx";
import { ActionForm } from "../form/action-form.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { Link } from "../link.tsx";
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
      <ActionForm id="cancel" action={action} className="flex flex-wrap gap-4">
        {Object.entries(fields).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
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
