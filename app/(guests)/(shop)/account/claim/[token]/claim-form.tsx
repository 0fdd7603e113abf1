import { useTranslations } from "next-intl";
import { numberOf, type Order } from "#lib/commerce/order/index.ts";
import { fullName } from "#lib/platform/address/full-name.ts";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { OrderGlance } from "../../../../../_components/account/order-glance.tsx";
import { ActionForm } from "../../../../../_components/form/action-form.tsx";
import { ChoiceGroup } from "../../../../../_components/form/choice-group.tsx";
import { HiddenField } from "../../../../../_components/form/hidden-field.tsx";
import { SubmitButton } from "../../../../../_components/form/submit-button.tsx";
import { OrderNumber } from "../../../../../_components/order/order-number.tsx";

type Props = { action: FormAction; token: string; orders: Order[] };

/** For each order: mine, not mine, or later, the default. */
export function ClaimForm({ action, token, orders }: Props) {
  const t = useTranslations("account.claim");
  const form = useTranslations("account.form");
  const choices = (["mine", "notMine", "later"] as const).map((value) => ({
    value,
    label: t(value),
    hint: t(`${value}Hint`),
  }));
  return (
    <ActionForm id="claim" action={action} problem={form("problem")} className="space-y-6">
      <HiddenField name="token" value={token} />
      {orders.map((order) => (
        <div key={order.id} className="card p-5 sm:p-6">
          <OrderGlance order={order} />
          <p className="mt-3 mb-5 text-ink-soft">{t("to", whereTo(order))}</p>
          <ChoiceGroup
            name={`decisions.${order.id}`}
            legend={
              <OrderNumber number={numberOf(order)}>{t("whose", { number: numberOf(order) })}</OrderNumber>
            }
            choices={choices}
            preset="later"
            className="grid gap-3 sm:grid-cols-3"
          />
        </div>
      ))}
      <SubmitButton busy={t("submitting")} className="button button-large">
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}

function whereTo({ shippingAddress, country }: Order): { name: string; place: string } {
  return { name: fullName(shippingAddress), place: shippingAddress.city ?? country };
}
