import { Prisma } from "#lib/platform/database/db.ts";
import { queryFault, unknownField } from "./faults.ts";
import { type Condition, type FieldList, fieldIn, type Scalar } from "./field-list.ts";
import type { Sort } from "./filter.ts";

const mostKeys = 10;

/**
 * The keys of an `order by`. The id comes last, so that pages neither overlap nor skip rows.
 * @throws validation_failed for a field that is unknown or cannot be sorted, or for more than ten
 */
export function sortToSql(fields: FieldList, sorts: readonly Sort[]): Condition {
  if (sorts.length > mostKeys) throw queryFault("sort", `No more than ${mostKeys} sort keys.`);
  const keys = sorts.map(({ path, direction }) => {
    const field = scalarAt(fields, path);
    if (!field) return Prisma.sql`null::text`;
    const way = direction === "asc" ? Prisma.sql`asc` : Prisma.sql`desc`;
    return Prisma.sql`${keyOf(field)} ${way} ${field.required ? Prisma.empty : Prisma.sql`nulls last`}`;
  });
  const id = fields.id ? scalarAt(fields, ["id"]) : null;
  if (id) keys.push(Prisma.sql`${id.sql} asc`);
  return keys.length === 0 ? Prisma.sql`null::text` : Prisma.join(keys);
}

/** The field at the path; null for one that no row has. */
function scalarAt(fields: FieldList, path: readonly string[]): Scalar | null {
  const [name = "", ...rest] = path;
  const field = fieldIn(fields, name);
  if (!field) throw unknownField("sort", path.join("."));
  if (field.type === "nothing") return null;
  if (field.type === "object" && rest.length > 0) return scalarAt(field.fields, rest);
  if (field.type === "object" || field.type === "collection" || field.type === "strings" || rest.length > 0) {
    throw queryFault("sort", `Cannot sort by '${path.join(".")}'.`);
  }
  return field;
}

function keyOf({ type, sql, presentIf }: Scalar): Prisma.Sql {
  const value = type === "string" ? Prisma.sql`(${sql}) collate "C"` : sql;
  return presentIf ? Prisma.sql`case when ${presentIf} then ${value} end` : value;
}
