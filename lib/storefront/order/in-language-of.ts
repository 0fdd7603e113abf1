import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Order } from "#lib/commerce/order/index.ts";
import { currentReader } from "#lib/platform/i18n/current-reader.ts";
import { namedLanguage } from "#lib/platform/i18n/locale.ts";

/**
 * Shows an order that was opened from a mail in the mail's language, unless the reader has chosen one or comes from
 * another page of the shop. `path` is the page's own.
 */
export async function inLanguageOf({ locale }: Pick<Order, "locale">, path: string): Promise<void> {
  const language = namedLanguage(locale);
  const [reader, sent] = await Promise.all([currentReader(), headers()]);
  const isInside = sent.get("sec-fetch-site") === "same-origin";
  if (language === null || reader.chosen || isInside || reader.language === language) return;
  redirect(`${path}?language=${language}`);
}
