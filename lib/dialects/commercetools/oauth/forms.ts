import * as z from "zod";

// The forms for the contract; ./dialect.ts reads their fields one by one, from the query too.

const scopeBy = (byDefault: string) =>
  z
    .string()
    .optional()
    .meta({ description: `Separated by spaces; by default ${byDefault}` });
const shoppersScope = scopeBy("those of the client's that a storefront needs");

export const tokenForm = z.object({
  grant_type: z.enum(["client_credentials", "refresh_token"]),
  scope: scopeBy("all of the client's"),
  refresh_token: z.string().optional(),
});

export const anonymousForm = z.object({
  grant_type: z.literal("client_credentials"),
  scope: shoppersScope,
  anonymous_id: z.string().max(256).optional().meta({ description: "An unused id" }),
});

export const passwordForm = z.object({
  grant_type: z.literal("password"),
  username: z.string().meta({ description: "The email address" }),
  password: z.string(),
  scope: shoppersScope,
});

export const introspectForm = z.object({ token: z.string() });

export const revokeForm = introspectForm.extend({
  token_type_hint: z.string().optional().meta({ description: "access_token or refresh_token; not needed" }),
});
