import { currentReader } from "#lib/platform/i18n/current-reader.ts";
import { messagesIn } from "#lib/platform/i18n/messages.ts";

/** A page's title with the shop's name, for a page that renders its own `<title>`. */
export async function fullTitle(title: string): Promise<string> {
  const { language } = await currentReader();
  return messagesIn(language).shop.site.titleTemplate.replace("%s", () => title);
}
