import { env } from "#lib/platform/env.ts";

/** The shop's email address, where shoppers get help: MAIL_FROM without the name. */
export const shopAddress = env.MAIL_FROM.address;
