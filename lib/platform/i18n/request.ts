import { getRequestConfig } from "next-intl/server";
import { currentReader } from "./current-reader.ts";
import { messagesIn } from "./messages.ts";

/** What pages are written with: the words of the reader's language, numbers and dates as their country writes them. */
export default getRequestConfig(async () => {
  const { language, locale } = await currentReader();
  return { locale, messages: messagesIn(language), timeZone: "UTC" };
});
