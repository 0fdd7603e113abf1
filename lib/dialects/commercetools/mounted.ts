import { type MountedApi, methodsOf, refuseBy } from "#lib/platform/http/index.ts";
import { withClientHeaders } from "./http/cors.ts";
import { toFailure, toOAuthFailure } from "./http/errors.ts";
import { routes } from "./routes.ts";

/** The commercetools dialect as the web server sees it. */
export const commercetoolsApi: MountedApi = {
  mount: "/commercetools",
  methodsAt: methodsOf(
    routes.map(({ path, method }) => ({
      path: `/commercetools${path}`,
      methods: method === "GET" ? ["GET", "HEAD", "OPTIONS"] : [method, "OPTIONS"],
    })),
  ),
  refuse: async (request, refusal) => {
    const isOAuth = new URL(request.url).pathname.startsWith("/commercetools/oauth/");
    return withClientHeaders(await refuseBy(isOAuth ? toOAuthFailure : toFailure)(request, refusal), request);
  },
};
