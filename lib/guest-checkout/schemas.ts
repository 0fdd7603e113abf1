import * as z from "zod";
import { emailAddress } from "#lib/platform/email-address.ts";

/** Seed 004, POST /store/guest/orders/lookup. Malformed order numbers are accepted and not found. */
export const lookupInput = z.object({ email: emailAddress, orderNumber: z.string().trim().min(1) });
export type LookupInput = z.output<typeof lookupInput>;

/** Seed 004, GET /store/guest/account-exists. */
export const accountExistsInput = z.object({ email: emailAddress });
