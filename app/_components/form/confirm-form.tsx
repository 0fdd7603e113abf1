import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { Link } from "../link.tsx";
import { ActionForm } from "./action-form.tsx";
import { HiddenField } from "./hidden-field.tsx";
import { SubmitButton } from "./submit-button.tsx";

type Props = {
  id: string;
  action: FormAction;
  /** Hidden fields that tell the action what is confirmed. */
  fields: Record<string, string>;
  /** The button's words, while it waits too, and its classes. */
  submit: { words: string; busy: string; className: string };
  /** The way back, and its words. */
  back: { href: string; words: string };
};

/** A step on the way to something that cannot be undone, with a way back. */
export function ConfirmForm({ id, action, fields, submit, back }: Props) {
  return (
    <ActionForm id={id} action={action} className="flex flex-wrap gap-4">
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SubmitButton busy={submit.busy} className={submit.className}>
        {submit.words}
      </SubmitButton>
      <Link href={back.href} className="button button-quiet">
        {back.words}
      </Link>
    </ActionForm>
  );
}
