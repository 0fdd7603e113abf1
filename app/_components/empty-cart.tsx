import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = {
  /** Whether nothing can be in it, because the browser keeps no cookies. */
  blocked?: boolean;
  /** What has just happened to it. */
  children?: ReactNode;
};

/** A cart with nothing in it, and the way back to the goods. */
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
