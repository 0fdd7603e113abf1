import { useTranslations } from "next-intl";
import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { DeadEnd } from "./dead-end.tsx";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";

/** Says that the page does not exist, with links to continue. */
export function NothingHere() {
  const t = useTranslations("shop.notFound");
  return (
    <DeadEnd mark={<Icon name="search" className="size-9" />} title={t("title")} lead={t("lead")}>
      <Link href="/" className="button">
        {t("home")}
      </Link>
      {takesGuests() && (
        <Link href="/order-status" className="button button-quiet">
          {t("track")}
        </Link>
      )}
    </DeadEnd>
  );
}
