import { type FieldList, objectOf } from "#lib/platform/filter/index.ts";
import { projectionFields } from "./projection-fields.ts";

const { id, key, version, createdAt, lastModifiedAt, productType, priceMode, ...rest } = projectionFields;
const { published, hasStagedChanges, ...data } = rest;

/** The fields for `where` and `sort` of products. */
export const productQueryFields: FieldList = {
  ...{ id, key, version, createdAt, lastModifiedAt, productType, priceMode },
  masterData: objectOf({ published, hasStagedChanges, current: objectOf(data), staged: objectOf(data) }),
};
