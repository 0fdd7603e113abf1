import type { FieldList } from "./field-list.ts";
import type { Filter } from "./filter.ts";

export function matches(_fields: FieldList, _filter: Filter, _value: unknown): boolean {
  return false;
}
