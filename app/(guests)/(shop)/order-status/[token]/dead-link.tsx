import { useTranslations } from "next-intl";
import { answerWith } from "#lib/platform/http/reached.ts";
import { DeadEnd } from "../../../../_components/dead-end.tsx";
import { Icon } from "../../../../_components/icon.tsx";
import { Link } from "../../../../_components/link.tsx";

/** Shown for an invalid link, without the reason: truncated, replaced, or never issued. */
export function DeadLink() {
  answerWith(404);
  const t = useTranslations("shop.tracking");
  return (
    <DeadEnd
      mark={<Icon name="search" className="size-9" />}
      title={t("notFoundTitle")}
      lead={t("notFoundLead")}
    >
      <Link href="/order-status" className="button">
        {t("notFoundAction")}
      </Link>
    </DeadEnd>
  );
}
