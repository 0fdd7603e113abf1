import { getRequestConfig } from "next-intl/server";
import { locale, messages } from "./messages.ts";

export default getRequestConfig(async () => ({ locale, messages, timeZone: "UTC" }));
