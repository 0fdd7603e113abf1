import type { ContextOf } from "#lib/platform/context.ts";

/** Programs see every account, and so does a customer who has just signed in to one. */
export const asProgram: ContextOf<"api-client"> = {
  actor: { type: "api-client", clientId: "", scopes: [] },
};
