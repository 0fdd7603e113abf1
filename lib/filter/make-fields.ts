import { Prisma } from "#lib/db.ts";
import type { Collection, FieldList, ObjectField, Scalar } from "./field-list.ts";

/** An object that is always there, made of `fields`. */
export function objectOf(fields: FieldList): ObjectField {
  return { type: "object", sql: Prisma.sql`true`, fields };
}

/** A field that has one value in every row. */
export function constant(type: "string" | "uuid", value: string): Scalar {
  return { type, sql: type === "uuid" ? Prisma.sql`${value}::uuid` : Prisma.sql`${value}::text` };
}

/** The same object or list under other names: `fields` are the new ones, made of its own. */
export function renamed<F extends ObjectField | Collection>(field: F, fields: FieldList): F {
  return { ...field, fields };
}

/** The same field with other words for its values: { Active: ["active"] }. */
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

export type AddressField = ObjectField & { fields: AddressFields };

/** A part of an address by its name in a dialect. An address without parts has `otherwise`, or nothing. */
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
