import { categoryFields } from "#lib/commerce/catalog/index.ts";
import { absent, emptyList, type FieldList, objectWith } from "#lib/platform/filter/index.ts";
import { localized } from "../query/localized.ts";
import { undatedFields } from "../query/undated-fields.ts";

const { id, slug, name, position } = categoryFields;
const reference = { typeId: absent, id: absent };
const none = objectWith(absent, reference);

/** The fields for `where` and `sort` of categories. */
export const categoryQueryFields: FieldList = {
  ...undatedFields,
  ...{ id, key: slug, slug: localized(slug), name: localized(name), orderHint: position },
  ...{ parent: none, ancestors: emptyList(reference), assets: none, externalId: absent },
  description: objectWith(absent, localized(absent).fields),
};
