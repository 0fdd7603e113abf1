import { useTranslations } from "next-intl";

/** Leads past the header to the element with the id "content". */
export function SkipLink() {
  const t = useTranslations("shop.site");
  return (
    <a
      href="#content"
      className="button absolute start-4 top-0 z-30 -translate-y-[110%] focus-visible:translate-y-4 motion-safe:transition-[translate]"
    >
      {t("skipToContent")}
    </a>
  );
}
