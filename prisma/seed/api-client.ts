import { createHash } from "node:crypto";
import type { Prisma } from "../generated/client.ts";

/** The API client of a development shop. Its secret is public: never use it in production. */
export const developmentClient = {
  id: "development-client",
  secret: "development-secret-known-to-everybody",
  scopes: [
    // Clients that were written for commercetools' own example often ask for this alone.
    "manage_project",
    "create_anonymous_token",
    "view_products",
    "manage_my_orders",
    "manage_my_profile",
    "manage_orders",
    "manage_customers",
    "introspect_oauth_tokens",
    // Asked for by storefronts that were written for commercetools.
    "view_categories",
    "view_shipping_methods",
    "view_project_settings",
    "view_discount_codes",
    "view_cart_discounts",
    "view_standalone_prices",
    "view_stores",
    "view_tax_categories",
    "view_types",
    "manage_my_payments",
    "manage_my_shopping_lists",
    "manage_my_business_units",
    "manage_my_quotes",
    "manage_my_quote_requests",
  ],
} as const;

/** Writes the development client; its secret is stored as a hash, like any other. */
export async function seedApiClient(tx: Prisma.TransactionClient): Promise<void> {
  const { id, secret, scopes } = developmentClient;
  await tx.apiClient.create({
    data: {
      id,
      name: "Development",
      secretHash: createHash("sha256").update(secret).digest("hex"),
      scopes: [...scopes],
    },
  });
}
