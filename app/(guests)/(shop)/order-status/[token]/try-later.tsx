import { useTranslations } from "next-intl";
import { DeadEnd } from "../../../../_components/dead-end.tsx";
import { Icon } from "../../../../_components/icon.tsx";
import { Link } from "../../../../_components/link.tsx";

type Props = {
  /** When to retry. */
  words: string[];
  /** The page's own path. */
  here: string;
};

/** Shown after too many requests, with the time to retry and a button for it. */
export function TryLater({ words, here }: Props) {
  const t = useTranslations("shop.tracking");
  return (
    <DeadEnd
      mark={<Icon name="warning" className="size-9" />}
      title={t("limitedTitle")}
      lead={[t("limitedLead"), ...words].join(" ")}
    >
      <Link href={here} className="button">
        {t("limitedAction")}
      </Link>
    </DeadEnd>
  );
}
