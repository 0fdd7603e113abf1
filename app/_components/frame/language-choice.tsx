import { useLocale, useTranslations } from "next-intl";
import { languages } from "#lib/platform/i18n/languages.ts";
import { languageOf } from "#lib/platform/i18n/locale.ts";
import { PlainForm } from "../form/plain-form.tsx";
import { chooseLanguage } from "./choose-language.ts";

// "Deutsch" for de.
const choices = languages.map((language) => ({
  language,
  name: new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language,
}));

/** The languages of the shop by their own names. Switches the current page, even without JavaScript. */
export function LanguageChoice() {
  const t = useTranslations("shop.footer");
  const current = languageOf(useLocale());
  return (
    <PlainForm action={chooseLanguage}>
      <fieldset className="flex flex-wrap gap-x-5">
        <legend className="sr-only">{t("language")}</legend>
        {choices.map(({ language, name }) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            aria-current={language === current ? "true" : undefined}
            className="min-h-10 cursor-pointer underline-offset-4 hover:text-marsh hover:underline aria-[current]:font-semibold"
          >
            {name}
          </button>
        ))}
      </fieldset>
    </PlainForm>
  );
}
