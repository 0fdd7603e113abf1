import { useTranslations } from "next-intl";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { ActionForm } from "../form/action-form.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";

type Props = { removed: { variantId: string; quantity: number }; putBack: FormAction };

/** Puts back the line that was just removed. */
export function UndoRemove({ removed, putBack }: Props) {
  const t = useTranslations("shop.cart");
  return (
    <ActionForm id="undo" action={putBack}>
      <HiddenField name="variantId" value={removed.variantId} />
      <HiddenField name="quantity" value={removed.quantity} />
      <SubmitButton
        busy={t("undoing")}
        className="link inline-flex min-h-8 cursor-pointer items-center font-medium"
      >
        {t("undo")}
      </SubmitButton>
    </ActionForm>
  );
}
