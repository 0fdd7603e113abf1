import { useLocale, useTranslations } from "next-intl";
import { type CustomerAddress, toAddress } from "#lib/commerce/customer/index.ts";
import { addressLines } from "#lib/platform/address/address-lines.ts";
import type { Address } from "#lib/platform/address.ts";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { ActionForm } from "../form/action-form.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";

type Props = {
  book: CustomerAddress[];
  /** The address in the form. */
  current: Address;
  choose: FormAction;
};

/** The addresses of the address book that are not in the form: each is a button that fills it in. */
export function SavedAddresses({ book, current, choose }: Props) {
  const t = useTranslations("shop.delivery");
  const locale = useLocale();
  const lineOf = (address: Address) => addressLines(address, locale).join(", ");
  const others = book
    .map((entry) => ({ id: entry.id, line: lineOf(toAddress(entry)) }))
    .filter(({ line }) => line !== lineOf(current));
  if (others.length === 0) return null;
  return (
    <details className="mb-6">
      <summary className="ms-[1.1em] min-h-11 w-fit cursor-pointer list-outside content-center font-medium wrap-anywhere">
        {t("savedAddresses")}
      </summary>
      <ul className="mt-2 space-y-2">
        {others.map(({ id, line }) => (
          <li key={id}>
            <ActionForm id={`saved-${id}`} action={choose} replaces="delivery">
              <HiddenField name="addressId" value={id} />
              <SubmitButton busy={t("fillingIn")} className="choice w-full text-start">
                <bdi className="min-w-0 wrap-anywhere">{line}</bdi>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </details>
  );
}
