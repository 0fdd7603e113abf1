import { categoryFields } from "#lib/commerce/catalog/index.ts";
import { emptyList, type FieldList, without } from "#lib/platform/filter/index.ts";
import { localized } from "../query/localized.ts";
import { undatedFields } from "../query/undated-fields.ts";

const { id, slug, name, position } = categoryFields;

/** The fields for `where` and `sort` of categories. */
export const categoryQueryFields = {
  ...undatedFields,
  ...{ id, key: slug, slug: localized(slug), name: localized(name), orderHint: position },
  ancestors: emptyList,
  assets: emptyList,
  ...without("parent", "description", "externalId", "metaTitle", "metaDescription", "metaKeywords"),
  ...without("custom", "createdBy", "lastModifiedBy"),
} satisfies FieldList;
