import { authApi } from "#lib/dialects/auth/index.ts";
import { commercetoolsApi } from "#lib/dialects/commercetools/index.ts";
import { storeApi } from "#lib/dialects/store-api/index.ts";
import { webhooksApi } from "#lib/dialects/webhooks/index.ts";

/** The APIs of this shop. */
export const apis = [storeApi, authApi, commercetoolsApi, webhooksApi] as const;
