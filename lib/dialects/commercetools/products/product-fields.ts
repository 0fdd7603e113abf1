import { type FieldList, objectOf, without } from "#lib/platform/filter/index.ts";
import { projectionFields } from "./projection-fields.ts";

const { id, key, version, createdAt, lastModifiedAt, productType, priceMode, ...rest } = projectionFields;
const { published, hasStagedChanges, taxCategory, state, reviewRatingStatistics, ...data } = rest;

/** The fields for `where` and `sort` of products. */
export const productQueryFields = {
  ...{ id, key, version, createdAt, lastModifiedAt, productType, priceMode },
  ...{ taxCategory, state, reviewRatingStatistics },
  ...without("createdBy", "lastModifiedBy", "warnings"),
  masterData: objectOf({ published, hasStagedChanges, current: objectOf(data), staged: objectOf(data) }),
} satisfies FieldList;
