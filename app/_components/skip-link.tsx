import { useTranslations } from "next-intl";

/** Leads past the header to the element with the id "content". */
export function SkipLink() {
  const t = useTranslations("shop.site");
  return (
    <a
      href="#content"
      className="button absolute -top-24 start-4 z-30 focus-visible:top-4 motion-safe:transition-[top]"
    >
      {t("skipToContent")}
    </a>
  );
}
