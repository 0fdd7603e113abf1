/** What all routes that read products have in common. */
export const readsProducts = {
  tag: "Products",
  method: "GET",
  scopes: ["view_products", "view_published_products"],
  as: "client",
} as const;
