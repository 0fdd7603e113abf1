import { getTranslations } from "next-intl/server";
import { isPosted } from "./is-posted.ts";

/** The title of a page with a form. Without scripts, it says first that the form came back with errors. */
export async function formTitle(title: string): Promise<string> {
  if (!(await isPosted())) return title;
  const t = await getTranslations("shop.checkout");
  return `${t("problem")}: ${title}`;
}
