import { env } from "#lib/platform/env.ts";

/** The project key of this shop. */
export const projectKey = env.COMMERCETOOLS_PROJECT_KEY;

/** The prefix of its paths. */
export const mount = "/commercetools";

/** The base URL of images, without a trailing slash. */
export const storefrontUrl = env.STOREFRONT_URL;
