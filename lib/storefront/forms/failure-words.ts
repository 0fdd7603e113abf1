import { getLocale, getTranslations } from "next-intl/server";
import { isRefusedMail, isUnsentMail } from "#lib/mail/index.ts";
import { now } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { type DomainError, isDomainError } from "#lib/platform/errors.ts";
import { asDomainError } from "#lib/platform/http/index.ts";
import { answerWith } from "#lib/platform/http/reached.ts";
import { formatTime } from "#lib/platform/i18n/days.ts";
import { waitOf } from "#lib/platform/limits/refusal.ts";
import { log } from "#lib/platform/log/log.ts";
import type { CartChange } from "./cart-changes.ts";
import { WordedError } from "./worded-error.ts";

type Words = Awaited<ReturnType<typeof getTranslations>>;

/**
 * Words an error for people, in one or more sentences. Internal errors are logged. For too many requests it also sets
 * the status 429 and Retry-After.
 */
export async function failureWords(thrown: unknown): Promise<string[]> {
  const failure = asDomainError(thrown);
  if (failure.cause) log.error({ code: failure.code, err: failure.cause }, "form failed");
  const wait = waitOf(failure);
  if (wait) answerWith(429, { "retry-after": String(wait.retryAfterSeconds) });
  const [t, locale] = await Promise.all([getTranslations("shop.errors"), getLocale()]);
  return detailed(failure, t, locale) ?? [t(failure.code)];
}

/** A changed cart, and what has changed about it since the page showed it. */
export async function changedWords(changes: readonly CartChange[]): Promise<string[]> {
  const t = await getTranslations("shop.errors");
  const words = changes.map(({ kind, ...change }) =>
    kind === "refused" ? couponWords(change.name, change.after, t) : t(`changes.${kind}`, change),
  );
  return [t("cart_changed"), ...(words.length > 0 ? words : [t("changes.none")])];
}

type RefusedCoupon = { code: string; reason: string };

/** A coupon that was taken off the cart; `total` is what the order costs without it, formatted. */
export async function takenOffWords({ code, reason }: RefusedCoupon, total: string): Promise<string[]> {
  const t = await getTranslations("shop.errors");
  return [couponWords(code, reason, t), t("couponTakenOff", { total })];
}

/** For failures whose details say more than their code. */
function detailed(failure: DomainError, t: Words, locale: string): string[] | null {
  if (failure instanceof WordedError) return failure.words;
  if (isDomainError(failure, "out_of_stock") && failure.details) {
    return failure.details.map(({ name, available }) => t("shortage", { name, available }));
  }
  if (isDomainError(failure, "coupon_not_applicable")) {
    const { code, reason } = failure.details ?? { code: "", reason: "refused" };
    return [couponWords(code, reason, t)];
  }
  if (isRefusedMail(failure)) return [t("mailRefused")];
  // The shop answers; only its mail server does not.
  if (isUnsentMail(failure)) return [t("mailUnavailable")];
  const wait = waitOf(failure);
  if (!wait) return null;
  const minutes = Math.ceil(wait.retryAfterSeconds / 60);
  return [t(failure.code, { minutes, time: timeIn(wait.retryAfterSeconds, locale) })];
}

/** The time in so many seconds, rounded up to the minute. */
function timeIn(seconds: number, locale: string): string {
  const at = Math.ceil((now().getTime() + seconds * 1_000) / 60_000) * 60_000;
  return formatTime(new Date(at).toISOString(), { locale, timeZone: env.SHOP_TIME_ZONE });
}

function couponWords(code: string, reason: string, t: Words): string {
  const key = `coupon.${reason}`;
  return t(t.has(key) ? key : "coupon.refused", { code });
}
