import { useTranslations } from "next-intl";
import { type CustomerAddress, toAddress } from "#lib/commerce/customer/index.ts";
import { fullName } from "#lib/platform/address/full-name.ts";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { AddressBlock } from "../address-block.tsx";
import { ActionForm } from "../form/action-form.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { Link } from "../link.tsx";

type Props = { address: CustomerAddress; makeDefault: FormAction };

/** An entry of the address book with its actions. */
export function AddressCard({ address, makeDefault }: Props) {
  const t = useTranslations("account.addresses");
  const { id, isDefault, fullAddress } = address;
  const named = { name: fullName(address), line: fullAddress };
  const path = `/account/addresses/${id}`;
  return (
    <li className="card flex flex-col p-5">
      {isDefault && (
        <p className="mb-2 self-start rounded-full bg-sky-soft px-3 py-0.5 text-[0.9375rem] font-medium">
          {t("default")}
        </p>
      )}
      <AddressBlock address={toAddress(address)} />
      <div className="mt-auto flex flex-wrap gap-x-5 pt-3">
        <Link href={path} aria-label={t("editOf", named)} className="button-bare">
          {t("edit")}
        </Link>
        <Link href={`${path}/remove`} aria-label={t("removeOf", named)} className="button-bare">
          {t("remove")}
        </Link>
        {!isDefault && (
          <ActionForm id={`default-${id}`} action={makeDefault}>
            <HiddenField name="id" value={id} />
            <SubmitButton busy={t("making")} label={t("makeDefaultOf", named)} className="button-bare">
              {t("makeDefault")}
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </li>
  );
}
