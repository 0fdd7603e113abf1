import type { Prisma } from "#lib/platform/database/db.ts";

/** SQL built from a caller's query, every value a bound parameter. Code outside the domain only passes it on. */
export type Condition = Prisma.Sql;

export type Scalar = {
  /** `uuid` and `date` are strings on the wire; `strings` is a list of them (text[]). */
  type: "string" | "number" | "boolean" | "date" | "uuid" | "strings";
  sql: Prisma.Sql;
  /** The same in lower case, if an index has it. */
  lowered?: Prisma.Sql;
  /**
   * The rows that have one of some values, if no index has `sql`, made of columns that indexes have: `isOneOf` compares
   * such a column with the values.
   */
  found?: (isOneOf: (column: Prisma.Sql) => Prisma.Sql) => Prisma.Sql;
  /** How a text is written where it is stored, so that one is found in the spelling in which it was sent. */
  asStored?: (text: string) => string;
  /** Numbers, objects and lists may be asked for, too, as of a product's attribute; no row has them. */
  anyKind?: true;
  /** Never null, so that an index can serve both sort directions. */
  required?: boolean;
  /** The field exists only in rows for which this is true. */
  presentIf?: Prisma.Sql;
  /** The column behind `sql`, and its enum type. Stored values are compared as that type, so that an index can be used. */
  enumeration?: { column: Prisma.Sql; type: Prisma.Sql };
  /** Maps a wire value to the stored values it stands for. Other values match nothing. */
  stored?: Readonly<Record<string, readonly string[]>>;
};

/** An object. `sql` is null where there is none. */
export type ObjectField = {
  type: "object";
  sql: Prisma.Sql;
  fields: FieldList;
  /** It is the only element of a list, which is empty where there is none. */
  isList?: true;
};

/** A list of objects. `rows` follows "select 1 from" and ends with a where clause. */
export type Collection = { type: "collection"; rows: Prisma.Sql; fields: FieldList };

/** A documented member that no row has: it may be compared with anything, as a value, an object or a list. */
export type Nothing = { type: "nothing" };

export type Field = Scalar | ObjectField | Collection | Nothing;

/** The fields that callers can filter and sort by, with their SQL. */
export type FieldList = {
  readonly [name: string]: Field;
  readonly [others]?: (name: string) => Field | null;
};

/** Resolves names that a list cannot enumerate, such as languages. */
export const others: unique symbol = Symbol("others");

/** The field of that name, or null if it does not exist. */
export function fieldIn(fields: FieldList, name: string): Field | null {
  if (Object.hasOwn(fields, name)) return fields[name] ?? null;
  return fields[others]?.(name) ?? null;
}
