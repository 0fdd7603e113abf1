import { useTranslations } from "next-intl";
import { PlainForm } from "../form/plain-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { forgetGuest } from "./actions/forget-guest.ts";

/** The guest's counterpart of signing out, on a device that others use: the next person sees nothing of them. */
export function ForgetGuest() {
  const t = useTranslations("shop.placed.shared");
  return (
    <div className="no-print mt-8 text-ink-soft">
      <p>{t("lead")}</p>
      <PlainForm action={forgetGuest}>
        <SubmitButton busy={t("submitting")} className="link min-h-11 cursor-pointer">
          {t("submit")}
        </SubmitButton>
      </PlainForm>
    </div>
  );
}
