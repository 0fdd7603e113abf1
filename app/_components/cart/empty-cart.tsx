import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { lifetimes } from "#lib/accounts/auth/lifetimes.ts";
import { DeadEnd } from "../dead-end.tsx";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";

type Props = {
  /** Whether the browser blocks cookies. */
  blocked?: boolean;
  /** The visitor's latest order, for shoppers who go back after buying and find the cart empty. */
  lastOrder?: { number: string; path: string } | null;
  /** A status message. */
  children?: ReactNode;
};

/** An empty cart, with a link to the catalogue. */
export function EmptyCart({ blocked = false, lastOrder, children }: Props) {
  const t = useTranslations("shop.cart");
  const days = lifetimes.session / (24 * 60 * 60);
  return (
    <>
      <div className="mx-auto max-w-lg empty:hidden">{children}</div>
      <DeadEnd
        mark={<Icon name={blocked ? "warning" : "bag"} className="size-9" />}
        title={t(blocked ? "blockedTitle" : "emptyTitle")}
        lead={blocked ? t("blockedHelp") : t("emptyHelp", { days })}
      >
        <Link href="/" className="button">
          {t("browse")}
        </Link>
        {lastOrder && (
          <Link href={lastOrder.path} className="link inline-flex min-h-11 items-center">
            {t("lastOrder", { number: lastOrder.number })}
          </Link>
        )}
      </DeadEnd>
    </>
  );
}
