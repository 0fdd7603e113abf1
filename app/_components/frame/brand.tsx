import { useTranslations } from "next-intl";
import { Link } from "../link.tsx";
import { Logo } from "./logo.tsx";

/** The shop's mark and name, which lead home. */
export function Brand() {
  const t = useTranslations("shop.site");
  return (
    <Link href="/" aria-label={t("homeLabel")} className="flex items-center gap-2.5 py-1">
      <Logo className="size-8 sm:size-10" />
      <span className="font-display text-[1.5rem] leading-none font-bold sm:text-[1.75rem]">{t("name")}</span>
    </Link>
  );
}
