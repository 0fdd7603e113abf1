import { getTranslations } from "next-intl/server";
import type { Cart } from "#lib/commerce/cart/index.ts";
import { suggestEmail } from "#lib/platform/suggest-email.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { EmailAddress } from "../email-address.tsx";
import { ActionForm } from "../form/action-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { correctEmail } from "./correct-email.ts";

/** The contact, as the folded section shows it. Asks about a likely typo. */
export async function GivenContact({ cart }: { cart: Cart }) {
  const [{ actor }, t] = await Promise.all([currentContext(), getTranslations("shop.contact")]);
  const email = cart.email ?? (actor.type === "customer" ? actor.email : null);
  const meant = cart.email && suggestEmail(cart.email);
  return (
    <>
      <p>{email && <EmailAddress>{email}</EmailAddress>}</p>
      {meant && (
        <ActionForm id="meant" action={correctEmail}>
          <SubmitButton busy={t("submitting")} className="link min-h-8 cursor-pointer text-start">
            {t("meant", { email: meant })}
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
