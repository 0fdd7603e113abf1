import { useTranslations } from "next-intl";

const items = ["keepContact", "keepAddress", "keepOrder", "keepNot"];

/** Describes the data that the shop stores about a guest. */
export function KeptData() {
  const t = useTranslations("account.data");
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{t("keepTitle")}</h2>
      <ul className="mt-2 list-disc space-y-1 ps-5 text-ink-soft">
        {items.map((item) => (
          <li key={item}>{t(item)}</li>
        ))}
      </ul>
    </section>
  );
}
