import { useTranslations } from "next-intl";
import { DeadEnd } from "../../../../_components/dead-end.tsx";
import { Icon } from "../../../../_components/icon.tsx";

/** Shown after too many requests, with the time to retry. */
export function TryLater({ words }: { words: string[] }) {
  const t = useTranslations("shop.tracking");
  return (
    <DeadEnd
      mark={<Icon name="warning" className="size-9" />}
      title={t("limitedTitle")}
      lead={[...words, t("limitedLead")].join(" ")}
    />
  );
}
