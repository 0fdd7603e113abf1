import { projectKey } from "../project.ts";

/** The scopes that open something here, without their ":{projectKey}". */
const opening = [
  "manage_project",
  "create_anonymous_token",
  "view_products",
  "view_published_products",
  "manage_products",
  "manage_my_orders",
  "manage_my_profile",
  "view_orders",
  "manage_orders",
  "view_payments",
  "manage_payments",
  "view_customers",
  "manage_customers",
  "introspect_oauth_tokens",
  "view_categories",
  "manage_categories",
  "view_shipping_methods",
  "manage_shipping_methods",
  "view_project_settings",
  "manage_project_settings",
  "view_stores",
  "manage_stores",
  "view_types",
  "manage_types",
  "view_cart_discounts",
  "manage_cart_discounts",
  "view_discount_codes",
  "manage_discount_codes",
] as const;

/** What else commercetools has scopes for, to view and to manage. */
const elsewhere = [
  "api_clients",
  "approval_flows",
  "approval_rules",
  "associate_roles",
  "attribute_groups",
  "business_units",
  "checkout_applications",
  "checkout_payment_intents",
  "checkout_transactions",
  "connectors",
  "connectors_deployments",
  "customer_groups",
  "extensions",
  "import_containers",
  "import_sinks",
  "key_value_documents",
  "order_edits",
  "payment_methods",
  "product_discounts",
  "product_selections",
  "quote_requests",
  "quotes",
  "recurring_orders",
  "sessions",
  "shopping_lists",
  "staged_quotes",
  "standalone_prices",
  "states",
  "subscriptions",
  "tax_categories",
] as const;

/**
 * Scopes that open nothing here. Storefronts ask for them, too: many for all of a template in which their client was
 * made.
 */
const idle = [
  "manage_my_payments",
  "manage_my_shopping_lists",
  "manage_my_business_units",
  "manage_my_quotes",
  "manage_my_quote_requests",
  "manage_locked_carts",
  "view_audit_log",
  "view_messages",
  ...elsewhere.flatMap((name) => [`view_${name}`, `manage_${name}`] as const),
];

const scopes = [...opening, ...idle];

export type Scope = (typeof scopes)[number];

/** Whether `granted` includes `needed`: managing includes viewing, and the project scope includes all. */
export function covers(granted: readonly string[], needed: Scope): boolean {
  if (granted.includes(needed) || granted.includes("manage_project")) return true;
  if (needed === "view_published_products") return covers(granted, "view_products");
  return needed.startsWith("view_") && granted.includes(needed.replace("view_", "manage_"));
}

/** What a storefront needs on behalf of its shopper. */
const storefrontScopes: readonly Scope[] = [
  "view_products",
  "view_published_products",
  "manage_my_orders",
  "manage_my_profile",
  "view_project_settings",
];

/**
 * The requested scopes; null if one is unknown, of another project, or not granted to the client. Without a request, a
 * program gets all of its client's, but a shopper's token, which leaves the program, only those of a storefront.
 */
export function grantedScopes(
  asked: string | null,
  client: readonly string[],
  holder: "program" | "shopper",
): string[] | null {
  const words = (asked ?? "").split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return holder === "program" ? [...client] : storefrontScopes.filter((scope) => covers(client, scope));
  }
  const wanted: Scope[] = [];
  for (const word of words) {
    const scope = scopes.find((known) => word === `${known}:${projectKey}`);
    if (!scope || !covers(client, scope)) return null;
    wanted.push(scope);
  }
  return [...new Set(wanted)];
}

type Holder = { userId: string | null; anonymousId: string | null };

/** The scopes for a token response; like the real service, with the token's owner added. */
export function scopeText(granted: readonly string[], holder: Holder): string {
  const names = granted.map((scope) => `${scope}:${projectKey}`);
  if (holder.anonymousId !== null) names.push(`anonymous_id:${inScope(holder.anonymousId)}`);
  else if (holder.userId !== null) names.push(`customer_id:${holder.userId}`);
  return names.join(" ");
}

/**
 * An id as part of a scope: characters that RFC 6749 does not allow in a scope are encoded, so that an id never reads
 * as another scope.
 */
function inScope(id: string): string {
  return id.replace(/[^!#$&-[\]-~]/gu, encodeURIComponent);
}
