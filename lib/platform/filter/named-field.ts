import { queryFault, unknownField } from "./faults.ts";
import { type Field, type FieldList, fieldIn, type Scalar } from "./field-list.ts";

/** The field that a filter names. @throws validation_failed if it does not exist */
export function fieldOf(fields: FieldList, name: string): Field {
  const field = fieldIn(fields, name);
  if (!field) throw unknownField("where", name);
  return field;
}

/** The same for a field that has to be a single value. @throws validation_failed if it does not exist, or is not one */
export function scalarOf(fields: FieldList, name: string): Scalar {
  const field = fieldOf(fields, name);
  if (field.type === "object" || field.type === "collection") {
    throw queryFault(
      "where",
      `The field '${name}' is not a single value; ask for its fields in parentheses.`,
    );
  }
  return field;
}
