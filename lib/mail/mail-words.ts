import { createTranslator } from "next-intl";
import { locale, messages } from "#lib/platform/i18n/messages.ts";

/** Looks the words of mails up in lib/platform/i18n/messages. */
export const words = createTranslator({ locale, messages, namespace: "mail" });

export const language: string = locale;
