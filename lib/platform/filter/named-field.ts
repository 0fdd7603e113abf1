import { queryFault, unknownField } from "./faults.ts";
import { type Field, type FieldList, fieldIn, type Nothing, type Scalar } from "./field-list.ts";

/** The field that a filter names. @throws validation_failed if it does not exist */
export function fieldOf(fields: FieldList, name: string): Field {
  const field = fieldIn(fields, name);
  if (!field) throw unknownField("where", name);
  return field;
}

/** @throws validation_failed if the field is not a single value */
export function asScalar(field: Exclude<Field, Nothing>, name: string): Scalar {
  if (field.type === "object" || field.type === "collection") {
    throw queryFault(
      "where",
      `The field '${name}' is not a single value; ask for its fields in parentheses.`,
    );
  }
  return field;
}
