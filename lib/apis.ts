import { authApi } from "#lib/dialects/auth/mounted.ts";
import { commercetoolsApi } from "#lib/dialects/commercetools/mounted.ts";
import { storeApi } from "#lib/dialects/store-api/mounted.ts";
import type { MountedApi } from "#lib/platform/http/index.ts";

/** Every API that this process serves. */
export const apis: readonly MountedApi[] = [storeApi, authApi, commercetoolsApi];
