import * as z from "zod";
import { db } from "#lib/platform/database/db.ts";
import { localeTag } from "#lib/platform/i18n/locale-tag.ts";
import { readerHere } from "#lib/platform/i18n/reader.ts";

const profile = z.object({ locale: localeTag });

/**
 * The locale for a mail to an account: the language chosen on this site, otherwise the one at sign-up, otherwise the
 * browser's; null if none is known.
 */
export async function accountLocale(userId: string): Promise<string | null> {
  const reader = readerHere();
  if (reader?.chosen) return reader.locale;
  const user = await db.user.findUnique({ where: { id: userId }, select: { profile: true } });
  return profile.safeParse(user?.profile).data?.locale ?? reader?.locale ?? null;
}
