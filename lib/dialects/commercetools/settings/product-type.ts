import { productTypeId, undated } from "../wire/references.ts";

/** The one type of this shop's products. */
export const productType = {
  id: productTypeId,
  ...undated,
  key: "product",
  name: "Product",
  description: "What this shop sells",
  attributes: [],
};
