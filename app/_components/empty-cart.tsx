import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A cart with nothing in it, and the way back to the goods. `children`: what has just happened to it. */
export function EmptyCart({ children }: { children: ReactNode }) {
  const t = useTranslations("shop.cart");
  return (
    <div className="mx-auto max-w-md py-12 text-center sm:py-20">
      <div className="mb-8 text-left empty:hidden">{children}</div>
      <h1>{t("emptyTitle")}</h1>
      <p className="mt-4 text-ink-soft">{t("emptyHelp")}</p>
      <Link href="/" className="button mt-8">
        {t("browse")}
      </Link>
    </div>
  );
}
