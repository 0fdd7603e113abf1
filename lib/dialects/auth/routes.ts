import { defineRoute } from "#lib/platform/http/index.ts";
import { type AuthSpec, authDialect } from "./dialect.ts";
import { endpointVerb } from "./endpoint-verb.ts";
import { endpoints } from "./endpoints.ts";

/** The routes below /auth. */
export const authRoutes = Object.entries(endpoints).map(([path, { limits, ...takes }]) => {
  const spec: AuthSpec = {
    ...takes,
    id: `auth${path.replaceAll("/", ".")}`,
    path: `/auth${path}`,
    tag: "Auth",
    summary: `better-auth's ${path}`,
  };
  return defineRoute(authDialect, spec, {
    verb: endpointVerb(spec, limits),
    asks: (call) => call,
    answers: (answer) => answer,
  });
});
