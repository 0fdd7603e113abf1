import { getTranslations } from "next-intl/server";

/** Words for what has just happened to the cart, by the "status" of the address that an action led to. */
export async function cartStatusWords(status: string | string[] | undefined): Promise<string | null> {
  const t = await getTranslations("shop.cart");
  const key = `status.${status}`;
  return typeof status === "string" && /^\w+$/.test(status) && t.has(key) ? t(key) : null;
}
