import { env } from "#lib/env.ts";

/** The one project that this shop is. */
export const projectKey = env.COMMERCETOOLS_PROJECT_KEY;
