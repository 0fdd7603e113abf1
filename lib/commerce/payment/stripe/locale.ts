// The languages of Stripe's page:
const spoken = new Map(
  "bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW"
    .split(" ")
    .map((locale) => [locale.toLowerCase(), locale]),
);

const otherNames: Record<string, string> = { hi: "hi-IN", nn: "nb", no: "nb", tl: "fil" };

/**
 * The language of Stripe's page for an order in `locale`: "de-AT" → "de"; "auto", the browser's language, if it has no
 * match.
 */
export function stripeLocale(locale: string): string {
  const { language, script, region } = parts(locale);
  const traditional = language === "zh" && script === "Hant" ? "zh-TW" : undefined;
  const latinAmerican = language === "es" && region !== "" && region !== "ES" ? "es-419" : undefined;
  return (
    spoken.get(`${language}-${region}`.toLowerCase()) ??
    traditional ??
    latinAmerican ??
    spoken.get(language) ??
    otherNames[language] ??
    "auto"
  );
}

function parts(locale: string): { language: string; script: string; region: string } {
  try {
    const { language, script = "", region = "" } = new Intl.Locale(locale);
    return { language, script, region };
  } catch {
    return { language: "", script: "", region: "" };
  }
}
