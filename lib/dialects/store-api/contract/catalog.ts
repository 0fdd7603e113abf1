import * as z from "zod";
import { productFilter, productHandle } from "#lib/commerce/catalog/index.ts";
import type { RouteSpec } from "#lib/platform/http/index.ts";
import { productResponse } from "../product-response.ts";

export const listProductsSpec = {
  id: "listProducts",
  method: "GET",
  path: "/store/products",
  tag: "Catalogue",
  summary: "List and search products",
  auth: "public",
  query: productFilter,
  response: z.array(productResponse),
  paged: true,
  errors: ["validation_failed"],
} as const satisfies RouteSpec;

export const getProductSpec = {
  id: "getProduct",
  method: "GET",
  path: "/store/products/{slug}",
  tag: "Catalogue",
  summary: "One product with its variants",
  auth: "public",
  params: productHandle.pick({ slug: true }),
  query: productHandle.pick({ currency: true, country: true }),
  response: productResponse,
  errors: ["validation_failed", "not_found"],
} as const satisfies RouteSpec;
