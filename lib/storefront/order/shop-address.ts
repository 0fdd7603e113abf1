import { env } from "#lib/platform/env.ts";

/** The email address of the shop, where shoppers get help: the one that mails come from, without the name before it. */
export const shopAddress = env.MAIL_FROM.address;
