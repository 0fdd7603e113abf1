import { type AddressField, addressFields, type Scalar } from "#lib/platform/filter/index.ts";
import { type Column, type Columns, mapped, type RowOf } from "./columns.ts";
import { Prisma } from "./db.ts";

/** The columns as arguments of json_build_object: 'email', c.email, … */
export function jsonMembers(table: string, columns: Columns): Prisma.Sql {
  return Prisma.raw(
    Object.keys(columns)
      .map((name) => `'${name}', ${table}.${columnOf(name)}`)
      .join(", "),
  );
}

/** The column list of an insert: email, contact_name, … */
export function columnList(columns: Columns): Prisma.Sql {
  return Prisma.raw(Object.keys(columns).map(columnOf).join(", "));
}

/** The row's values, in the order of columnList. */
export function valueList<C extends Columns>(columns: C, row: RowOf<C>): Prisma.Sql {
  return Prisma.join(Object.keys(columns).map((name) => sqlOf(columns[name], row[name])));
}

/** The assignments of an update: email = …, contact_name = … */
export function assignments<C extends Columns>(columns: C, row: RowOf<C>): Prisma.Sql {
  return Prisma.join(
    Object.keys(columns).map(
      (name) => Prisma.sql`${Prisma.raw(columnOf(name))} = ${sqlOf(columns[name], row[name])}`,
    ),
  );
}

/** The assignments that erase personal data: email = null, … */
export function erasure(columns: Columns): Prisma.Sql {
  const erased = Object.entries(columns).filter(([, { erasedTo }]) => erasedTo !== undefined);
  return Prisma.raw(erased.map(([name, { erasedTo }]) => `${columnOf(name)} = ${erasedTo}`).join(", "));
}

function sqlOf(column: Column | undefined, value: unknown): Prisma.Sql {
  const sent = column?.pg === "jsonb" && value !== null ? JSON.stringify(value) : value;
  return column?.pg ? Prisma.sql`${sent}::${Prisma.raw(column.pg)}` : Prisma.sql`${sent}`;
}

type Filters<C extends Columns> = {
  [K in keyof C as C[K] extends { filter: string } ? K : never]: C[K] extends { filter: "address" }
    ? AddressField
    : Scalar;
};

/** The filterable fields of `table`, an alias. */
export function filtersOf<C extends Columns>(table: string, columns: C): Filters<C> {
  return mapped(columns, ({ type, filter, pg }, name) => {
    const sql = Prisma.raw(`${table}.${columnOf(name)}`);
    if (!filter) return undefined;
    if (filter === "address") return addressFields(sql);
    const field = { type: filter, sql, required: !type.isNullable() };
    if (!pg || filter !== "string") return field;
    return { ...field, sql: Prisma.sql`${sql}::text`, enumeration: { column: sql, type: Prisma.raw(pg) } };
  }) as Filters<C>;
}

const known = new Map<string, string>();

/** The column of a member: "shippingAddress" is stored in shipping_address. */
export function columnOf(name: string): string {
  const column = known.get(name) ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  known.set(name, column);
  return column;
}
