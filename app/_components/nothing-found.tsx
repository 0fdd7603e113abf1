import { useTranslations } from "next-intl";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";

/** A search or a category without products, with the way on. */
export function NothingFound() {
  const t = useTranslations("shop.catalogue");
  return (
    <div className="mx-auto max-w-lg py-16 text-center sm:py-20">
      <span className="mx-auto grid size-20 place-items-center rounded-full bg-sky-soft text-marsh">
        <Icon name="search" className="size-9" />
      </span>
      <h2 className="mt-6 text-[1.75rem]">{t("emptyTitle")}</h2>
      <p className="mt-3 text-balance text-ink-soft">{t("emptyHelp")}</p>
      <Link href="/" className="button mt-6">
        {t("showAll")}
      </Link>
    </div>
  );
}
