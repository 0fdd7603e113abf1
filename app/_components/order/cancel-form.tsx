import { useTranslations } from "next-intl";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { ActionForm } from "../form/action-form.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { Link } from "../link.tsx";

type Props = {
  action: FormAction;
  /** What names the order to the action. */
  fields: Record<string, string>;
  /** The button's words, while it waits too, and its classes. */
  submit: { words: string; busy: string; className: string };
  /** The order's page. */
  back: string;
};

/** A step on the way to cancelling an order, with a way back. */
export function CancelForm({ action, fields, submit, back }: Props) {
  const t = useTranslations("account.order");
  return (
    <ActionForm id="cancel" action={action} className="flex flex-wrap gap-4">
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SubmitButton busy={submit.busy} className={submit.className}>
        {submit.words}
      </SubmitButton>
      <Link href={back} className="button button-quiet">
        {t("cancelNo")}
      </Link>
    </ActionForm>
  );
}
