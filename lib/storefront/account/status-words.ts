import { getTranslations } from "next-intl/server";

export type StatusParams = Promise<{ status?: string | string[] }>;

/** What has just happened: words, and whether it is something done, something to know, or something that failed. */
export type Status = { words: string; kind: "done" | "note" | "warning" };

const kinds: Record<string, Status["kind"]> = { taken: "note", nothingMoved: "note", notLinked: "warning" };

/** Read from the address that an action led to. */
export async function accountStatus(searchParams: StatusParams): Promise<Status | null> {
  const [{ status }, t] = await Promise.all([searchParams, getTranslations("account.status")]);
  if (typeof status !== "string" || !/^\w+$/.test(status) || !t.has(status)) return null;
  return { words: t(status), kind: kinds[status] ?? "done" };
}

/** The page's title with what has just happened before it, so that it is read out first. */
export async function titleAfter(searchParams: StatusParams, title: string): Promise<string> {
  const status = await accountStatus(searchParams);
  return status ? `${status.words} ${title}` : title;
}
