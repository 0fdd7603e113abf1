import { useTranslations } from "next-intl";
import { EntryFrame } from "../../../../../../_components/account/entry-frame.tsx";
import { ErasedAndKept } from "../../../../../../_components/account/erased-and-kept.tsx";
import { ConfirmForm } from "../../../../../../_components/form/confirm-form.tsx";
import { eraseData } from "./erase-data.ts";

type Props = { token: string; proof?: string };

/** Asks for confirmation before a guest's data is erased, and explains the consequences. */
export function EraseQuestion(link: Props) {
  const t = useTranslations("account.erase");
  return (
    <EntryFrame title={t("title")} lead={t("lead")}>
      <ErasedAndKept
        erased={{ title: t("goes"), items: [t("goesPerson"), t("goesAddress"), t("goesLinks")] }}
        kept={{ title: t("stays"), items: [t("staysOrder")] }}
      />
      <ConfirmForm
        id="erase"
        action={eraseData}
        fields={link}
        submit={{ words: t("submit"), busy: t("submitting"), className: "button button-danger" }}
        back={{ href: `/order-status/${encodeURIComponent(link.token)}/data`, words: t("cancel") }}
      />
    </EntryFrame>
  );
}
