import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryFrame } from "../../../../../../_components/account/entry-frame.tsx";
import { ErasedAndKept } from "../../../../../../_components/account/erased-and-kept.tsx";
import { ActionForm } from "../../../../../../_components/form/action-form.tsx";
import { HiddenField } from "../../../../../../_components/form/hidden-field.tsx";
import { SubmitButton } from "../../../../../../_components/form/submit-button.tsx";
import { Link } from "../../../../../../_components/link.tsx";
import { orderBehind } from "../../order-behind.ts";
import { eraseData } from "./erase-data.ts";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.erase");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** Asks for confirmation before a guest's data is erased, and explains the consequences. */
export default async function ErasePage({ params }: Props) {
  const { token } = await params;
  const [, t] = await Promise.all([orderBehind({ token }), getTranslations("account.erase")]);
  return (
    <EntryFrame title={t("title")} lead={t("lead")}>
      <ErasedAndKept
        erased={{ title: t("goes"), items: [t("goesPerson"), t("goesAddress"), t("goesLinks")] }}
        kept={{ title: t("stays"), items: [t("staysOrder")] }}
      />
      <ActionForm id="erase" action={eraseData} className="flex flex-wrap gap-4">
        <HiddenField name="token" value={token} />
        <SubmitButton busy={t("submitting")} className="button button-danger">
          {t("submit")}
        </SubmitButton>
        <Link href={`/order-status/${encodeURIComponent(token)}/data`} className="button button-quiet">
          {t("cancel")}
        </Link>
      </ActionForm>
    </EntryFrame>
  );
}
