import * as z from "zod";
import { line } from "#lib/platform/text.ts";
import { name, version } from "../wire/scalars.ts";
import { password } from "./schemas.ts";

// Up to the length that can be a password; longer ones are just wrong.
const currentPassword = z.string().max(1024);
const tokenValue = name;
const anyVersion = version.nullish();
const invalidateOlderTokens = z.boolean().nullish();
/** Up to 30 days. */
const minutes = z.number().int().min(1).max(43_200);

export const myPasswordChange = z.object({ version, currentPassword, newPassword: password });
export const passwordChange = myPasswordChange.extend({ id: name });

export const passwordTokenDraft = z.object({
  email: line(254),
  ttlMinutes: minutes.default(34_560),
  invalidateOlderTokens,
});

export const emailTokenDraft = z.object({
  id: name,
  version: anyVersion,
  ttlMinutes: minutes,
  invalidateOlderTokens,
});

export const passwordReset = z.object({ tokenValue, newPassword: password, version: anyVersion });
export const emailConfirmation = z.object({ tokenValue, version: anyVersion });
