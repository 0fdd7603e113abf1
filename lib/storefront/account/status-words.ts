import { getTranslations } from "next-intl/server";
import type { Order } from "#lib/commerce/order/index.ts";
import { statusName } from "../status-name.ts";

export type StatusParams = Promise<{ status?: string | string[] }>;

/** A status message: its text, and whether it is a success, a note or a warning. */
export type Status = { words: string; kind: "done" | "note" | "warning" };

const kinds: Record<string, Status["kind"]> = { taken: "note", nothingMoved: "note", notLinked: "warning" };

/** Reads the status from the URL after an action. */
export async function accountStatus(searchParams: StatusParams): Promise<Status | null> {
  const [given, t] = await Promise.all([searchParams, getTranslations("account.status")]);
  const status = statusName(given.status);
  if (status === null || !t.has(status)) return null;
  return { words: t(status), kind: kinds[status] ?? "done" };
}

/** The status on an order's page, unless the order contradicts it: the URL may be old. */
export async function statusOf({ status }: Pick<Order, "status">, searchParams: StatusParams): StatusParams {
  const given = await searchParams;
  const overtaken = given.status === "cancelled" && status !== "cancelled";
  return given.status === undefined || overtaken ? {} : { status: given.status };
}

/** The page's title, preceded by the status, so that it is read out first. */
export async function titleAfter(searchParams: StatusParams, title: string): Promise<string> {
  const status = await accountStatus(searchParams);
  return status ? `${status.words} ${title}` : title;
}
