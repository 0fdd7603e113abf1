import { getRequestConfig } from "next-intl/server";
import { currentReader } from "./current-reader.ts";
import { messagesIn } from "./messages.ts";

/** next-intl's configuration of a request: messages in the reader's language, formats of their country. */
export default getRequestConfig(async () => {
  const { language, locale } = await currentReader();
  return { locale, messages: messagesIn(language), timeZone: "UTC" };
});
