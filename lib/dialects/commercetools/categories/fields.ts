import { categoryFields } from "#lib/commerce/catalog/index.ts";
import { absent, emptyList, type FieldList, objectWith } from "#lib/platform/filter/index.ts";
import { localized } from "../query/localized.ts";
import { noCustomFields, noReference } from "../query/sale-fields.ts";
import { undatedFields } from "../query/undated-fields.ts";

const { id, slug, name, position } = categoryFields;
const none = objectWith(absent, noReference);

/** The fields for `where` and `sort` of categories. */
export const categoryQueryFields: FieldList = {
  ...undatedFields,
  ...{ id, key: slug, slug: localized(slug), name: localized(name), orderHint: position },
  ...{
    parent: none,
    ancestors: emptyList(noReference),
    assets: emptyList({ id: absent }),
    externalId: absent,
    custom: noCustomFields,
  },
  description: objectWith(absent, localized(absent).fields),
};
