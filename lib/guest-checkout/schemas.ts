import * as z from "zod";
import { emailAddress } from "#lib/platform/email-address.ts";

/** POST /store/guest/orders/lookup (specification). Malformed order numbers are accepted and not found. */
export const lookupInput = z.object({ email: emailAddress, orderNumber: z.string().trim().min(1) });
export type LookupInput = z.output<typeof lookupInput>;

/** GET /store/guest/account-exists (specification). */
export const accountExistsInput = z.object({ email: emailAddress });
