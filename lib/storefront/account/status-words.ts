import { getTranslations } from "next-intl/server";

export type StatusParams = Promise<{ status?: string | string[] }>;

/** What has just happened, by the address that an action led to: words for a notice and for the page's title. */
export async function accountStatus(searchParams: StatusParams): Promise<string | null> {
  const [{ status }, t] = await Promise.all([searchParams, getTranslations("account.status")]);
  return typeof status === "string" && /^\w+$/.test(status) && t.has(status) ? t(status) : null;
}
