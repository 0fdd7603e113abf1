import { queryFault } from "./faults.ts";
import { type Field, type FieldList, fieldIn } from "./field-list.ts";
import type { Filter } from "./filter.ts";
import { nothing } from "./make-fields.ts";

/** A condition that reads other rows: of a list, or for a price or the stock. */
const lookCost = 10;

// Enough for fifty different conditions on lists. Of the dearest, those take PostgreSQL seconds with 10,000 products.
const most = 700;

/** How much a filter asks of each row: 1 for a condition on the row itself, 10 for each look at other rows. */
export function costOf(fields: FieldList, filter: Filter): number {
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.filters.reduce((sum, part) => sum + costOf(fields, part), 0);
    case "not":
      return costOf(fields, filter.filter);
    default: {
      // Compiling it reports an unknown field.
      const field = fieldIn(fields, filter.field) ?? nothing;
      const own = readsOtherRows(field) ? lookCost : 1;
      return filter.kind === "within" && "fields" in field ? own + costOf(field.fields, filter.filter) : own;
    }
  }
}

function readsOtherRows(field: Field): boolean {
  if (field.type === "nothing") return false;
  return field.type === "collection" || field.sql.strings.some((part) => /\bselect\b/i.test(part));
}

/** @throws validation_failed for a filter that costs more than a request may */
export function limitCost(fields: FieldList, filter: Filter, parameter: string): void {
  if (costOf(fields, filter) <= most) return;
  const words = `Conditions on lists, prices and stock count as ${lookCost}, all others as 1.`;
  throw queryFault(parameter, `It asks for more than ${most} conditions of each resource. ${words}`);
}
