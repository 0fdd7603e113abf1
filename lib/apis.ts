import { authApi } from "#lib/auth/mounted.ts";
import { commercetoolsApi } from "#lib/commercetools/mounted.ts";
import type { MountedApi } from "#lib/http/index.ts";
import { storeApi } from "#lib/store-api/mounted.ts";

/** Every API that this process serves. */
export const apis: readonly MountedApi[] = [storeApi, authApi, commercetoolsApi];
