import { env } from "#lib/platform/env.ts";

/** The one project that this shop is. */
export const projectKey = env.COMMERCETOOLS_PROJECT_KEY;

/** Where its addresses start. */
export const mount = "/commercetools";

/** Where pictures are served from, without a slash at the end. */
export const storefrontUrl = env.STOREFRONT_URL;
