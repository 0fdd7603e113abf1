import { Prisma } from "#lib/platform/database/db.ts";
import {
  type Collection,
  type FieldList,
  type Nothing,
  type ObjectField,
  others,
  type Scalar,
} from "./field-list.ts";

type Fielded<Of, F extends FieldList> = Omit<Of, "fields"> & { fields: F };

/** An object that is never null. */
export function objectOf<F extends FieldList>(fields: F): Fielded<ObjectField, F> {
  return { type: "object", sql: Prisma.sql`true`, fields };
}

/** An object that is present if `field` is. */
export function objectWith<F extends FieldList>(
  { sql, presentIf }: Scalar,
  fields: F,
): Fielded<ObjectField, F> {
  const there = presentIf ? Prisma.sql`case when ${presentIf} then ${sql} end` : sql;
  return { type: "object", sql: there, fields };
}

/** The object as the only element of a list. */
export function listOf<O extends ObjectField>(element: O): O {
  return { ...element, isList: true };
}

const constantTypes = {
  string: Prisma.sql`text`,
  number: Prisma.sql`numeric`,
  date: Prisma.sql`timestamptz`,
  uuid: Prisma.sql`uuid`,
  boolean: Prisma.sql`boolean`,
};

/** A field with the same value in every row. */
export function constant(type: keyof typeof constantTypes, value: string): Scalar {
  return { type, sql: Prisma.sql`${value}::text::${constantTypes[type]}` };
}

export const nothing: Nothing = { type: "nothing" };

/** Members that no row has. */
export function without<Name extends string>(...names: readonly Name[]): Record<Name, Nothing> {
  return Object.fromEntries(names.map((name) => [name, nothing])) as Record<Name, Nothing>;
}

/** A list of objects that is empty in every row. */
export const emptyList: Collection = {
  type: "collection",
  rows: Prisma.sql`(select 1) none where false`,
  fields: { [others]: () => nothing },
};

/** The object or list with its fields renamed: `fields` maps the old ones to the new. */
export function renamed<Of extends ObjectField | Collection, F extends FieldList>(
  field: Of,
  fields: F,
): Fielded<Of, F> {
  return { ...field, fields };
}

/** A number that depends on the text of `field`. */
export function numberBy(
  field: Scalar,
  cases: readonly { number: number; texts: readonly string[] }[],
): Scalar {
  const when = cases.map(
    ({ number, texts }) => Prisma.sql`when (${field.sql}) = any (${[...texts]}::text[]) then ${number}::int`,
  );
  return { type: "number", sql: Prisma.sql`case ${Prisma.join(when, " ")} end` };
}

/** The field with other wire values: { Active: ["active"] }. */
export function worded(field: Scalar, stored: Scalar["stored"] & {}): Scalar {
  return { ...field, stored };
}

const addressParts = [
  "firstName",
  "lastName",
  "line1",
  "line2",
  "city",
  "region",
  "postalCode",
  "country",
  "phone",
] as const;

type AddressFields = Record<(typeof addressParts)[number], Scalar>;

/** A variant's options from a JSON column: { "Size": "M" } as [{ name, value }]. */
export function optionsOf(column: Prisma.Sql) {
  return {
    type: "collection",
    rows: Prisma.sql`jsonb_each_text(${column}) o (name, value) where true`,
    fields: {
      name: { type: "string", sql: Prisma.sql`o.name` },
      value: { type: "string", sql: Prisma.sql`o.value`, anyKind: true },
    },
  } satisfies Collection;
}

export type AddressField = ObjectField & { fields: AddressFields };

/** An address part by its name in a dialect. Addresses without parts use `otherwise`, or have none. */
export function addressPart({ sql }: AddressField, name: string, otherwise?: Scalar): Scalar {
  const own = otherwise?.sql ?? Prisma.sql`null`;
  return {
    type: "string",
    sql: Prisma.sql`case when ${sql} ? 'parts' then ${sql} -> 'parts' ->> ${name}::text else ${own} end`,
  };
}

/** An address in a JSON column. */
export function addressFields(column: Prisma.Sql): AddressField {
  const part = (name: string): Scalar => ({ type: "string", sql: Prisma.sql`${column} ->> ${name}::text` });
  const fields = Object.fromEntries(addressParts.map((name) => [name, part(name)])) as AddressFields;
  return { type: "object", sql: column, fields };
}
