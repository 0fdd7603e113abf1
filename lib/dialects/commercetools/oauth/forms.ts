import * as z from "zod";

// The forms for the contract; ./dialect.ts reads their fields one by one, from the query too.

const scope = z
  .string()
  .optional()
  .meta({ description: "Separated by spaces; all of the client's by default" });

export const tokenForm = z.object({
  grant_type: z.enum(["client_credentials", "refresh_token"]),
  scope,
  refresh_token: z.string().optional(),
});

export const anonymousForm = z.object({
  grant_type: z.literal("client_credentials"),
  scope,
  anonymous_id: z.string().max(256).optional().meta({ description: "An unused id" }),
});

export const passwordForm = z.object({
  grant_type: z.literal("password"),
  username: z.string().meta({ description: "The email address" }),
  password: z.string(),
  scope,
});

export const introspectForm = z.object({ token: z.string() });

export const revokeForm = introspectForm.extend({
  token_type_hint: z.enum(["access_token", "refresh_token"]).optional(),
});
