import { type MountedApi, methodsOf, refuseBy } from "#lib/platform/http/index.ts";
import { endpoints } from "./endpoints.ts";
import { toAuthFailure } from "./failure.ts";

/** better-auth as the web server sees it. */
export const authApi: MountedApi = {
  mount: "/auth",
  methodsAt: methodsOf(
    Object.entries(endpoints).map(([path, { method }]) => ({ path: `/auth${path}`, methods: [method] })),
  ),
  refuse: refuseBy(toAuthFailure),
};
