import type { Prisma } from "#lib/platform/db.ts";

/** SQL made from a caller's query, every value a bound parameter. Callers outside the domains only pass it on. */
export type Condition = Prisma.Sql;

export type Scalar = {
  /** `uuid` and `date` are strings on the wire; `strings` is a list of them (text[]). */
  type: "string" | "number" | "boolean" | "date" | "uuid" | "strings";
  sql: Prisma.Sql;
  /** Never null, so that an index gives its order both ways. */
  required?: boolean;
  /** The field is there only in rows for which this holds. */
  presentIf?: Prisma.Sql;
  /** What stands in the database for a value as the caller writes it. Other values match nothing. */
  stored?: Readonly<Record<string, readonly string[]>>;
};

/** An object. `sql` is null where there is none. */
export type ObjectField = { type: "object"; sql: Prisma.Sql; fields: FieldList };

/** A list of objects. `rows` is what follows "select 1 from", up to and with a where clause. */
export type Collection = { type: "collection"; rows: Prisma.Sql; fields: FieldList };

export type Field = Scalar | ObjectField | Collection;

/** What may be filtered and sorted by: the name that a caller uses, and where it stands in SQL. */
export type FieldList = {
  readonly [name: string]: Field;
  readonly [others]?: (name: string) => Field | null;
};

/** For names that a list does not spell out, such as every language that there is. */
export const others: unique symbol = Symbol("others");

/** The field of that name, or null when it does not exist. */
export function fieldIn(fields: FieldList, name: string): Field | null {
  if (Object.hasOwn(fields, name)) return fields[name] ?? null;
  return fields[others]?.(name) ?? null;
}
