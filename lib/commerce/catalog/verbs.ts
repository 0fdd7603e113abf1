import { anybody, verb } from "#lib/platform/verb/index.ts";
import { getProduct } from "./get-product.ts";
import { listProducts } from "./list-products.ts";
import { productFilter, productHandle } from "./schemas.ts";

const reads = { who: anybody, limits: { none: "only reads what everybody may" } } as const;

/** What anybody may ask of the catalogue. */
export const products = {
  list: verb({ ...reads, name: "products.list", takes: productFilter, throws: [] }, listProducts),
  get: verb({ ...reads, name: "products.get", takes: productHandle, throws: ["not_found"] }, getProduct),
};
