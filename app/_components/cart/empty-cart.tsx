import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = {
  /** Whether the browser blocks cookies. */
  blocked?: boolean;
  /** A status message. */
  children?: ReactNode;
};

/** An empty cart, with a link to the catalogue. */
export function EmptyCart({ blocked = false, children }: Props) {
  const t = useTranslations("shop.cart");
  return (
    <div className="mx-auto max-w-md py-12 text-center sm:py-20">
      <div className="mb-8 text-start empty:hidden">{children}</div>
      <h1>{t(blocked ? "blockedTitle" : "emptyTitle")}</h1>
      <p className="mt-4 text-ink-soft">{t(blocked ? "blockedHelp" : "emptyHelp")}</p>
      <Link href="/" className="button mt-8">
        {t("browse")}
      </Link>
    </div>
  );
}
