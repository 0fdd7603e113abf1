import { useTranslations } from "next-intl";

/** Shown after too many requests, with the time to retry. */
export function TryLater({ words }: { words: string[] }) {
  const t = useTranslations("shop.tracking");
  return (
    <div className="max-w-xl">
      <h1>{t("limitedTitle")}</h1>
      <p className="mt-4 text-lg text-ink-soft">{words.join(" ")}</p>
      <p className="mt-2 text-ink-soft">{t("limitedLead")}</p>
    </div>
  );
}
