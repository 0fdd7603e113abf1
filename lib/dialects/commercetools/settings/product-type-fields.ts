import {
  constant,
  emptyList,
  type FieldList,
  objectOf,
  renamed,
  without,
} from "#lib/platform/filter/index.ts";
import { localized } from "../query/localized.ts";
import { undatedFields } from "../query/undated-fields.ts";

// Product types are compared in memory, so of these fields only the types count.
const text = constant("string", "");
const flag = constant("boolean", "false");
const kind = objectOf({
  name: text,
  ...without("values", "elementType", "referenceTypeId", "typeReference"),
});

/** The fields for `where` of product types. */
export const productTypeFields = {
  ...undatedFields,
  ...{ id: text, key: text, name: text, description: text },
  ...without("createdBy", "lastModifiedBy"),
  attributes: renamed(emptyList, {
    ...{ name: text, label: localized(text), type: kind, level: text },
    ...{ isRequired: flag, isSearchable: flag, attributeConstraint: text, inputHint: text },
    ...without("inputTip"),
  }),
} satisfies FieldList;
