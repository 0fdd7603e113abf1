import * as z from "zod";
import { emailAddress } from "#lib/email-address.ts";
import { line } from "#lib/text.ts";

/** Seed 004, POST /store/guest/orders/lookup. */
export const lookupInput = z.object({ email: emailAddress, orderNumber: line(64) });
export type LookupInput = z.output<typeof lookupInput>;

/** Seed 004, GET /store/guest/account-exists. */
export const accountExistsInput = z.object({ email: emailAddress });
