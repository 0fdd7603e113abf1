import * as z from "zod";
import { productFilter, productHandle, products } from "#lib/commerce/catalog/index.ts";
import { storeRoute } from "../dialect.ts";
import { productResponse, toProductResponse } from "../product-response.ts";

export const listProducts = storeRoute(
  {
    id: "listProducts",
    method: "GET",
    path: "/store/products",
    tag: "Catalogue",
    summary: "List and search products",
    query: productFilter,
    response: z.array(productResponse),
    paged: true,
  },
  {
    verb: products.list,
    asks: ({ query }) => query,
    answers: ({ products, total }, { query: { limit, offset } }) => ({
      data: products.map(toProductResponse),
      page: { total, limit, offset },
    }),
  },
);

export const getProduct = storeRoute(
  {
    id: "getProduct",
    method: "GET",
    path: "/store/products/{slug}",
    tag: "Catalogue",
    summary: "One product with its variants",
    params: productHandle.pick({ slug: true }),
    query: productHandle.pick({ currency: true, country: true }),
    response: productResponse,
  },
  {
    verb: products.get,
    asks: ({ params, query }) => ({ ...params, ...query }),
    answers: (product) => ({ data: toProductResponse(product) }),
  },
);
