import { Prisma } from "#lib/platform/database/db.ts";
import { queryFault } from "./faults.ts";
import type { Scalar } from "./field-list.ts";
import type { Comparison, Value } from "./filter.ts";
import { toLike } from "./pattern.ts";
import { isUuid, valueFor } from "./value-for.ts";

const operators = {
  "<": Prisma.sql`<`,
  "<=": Prisma.sql`<=`,
  ">": Prisma.sql`>`,
  ">=": Prisma.sql`>=`,
} satisfies Record<Exclude<Comparison, "=" | "!=">, Prisma.Sql>;

/**
 * `field < value`, and the like. Texts are compared by code points. @throws validation_failed for a value of another
 * type
 */
export function compareToSql(
  name: string,
  field: Scalar,
  operator: Exclude<Comparison, "!=">,
  value: Value,
): Prisma.Sql {
  if (operator === "=") return inToSql(name, field, [value]);
  const { sql } = single(name, field);
  if (field.stored || field.type === "boolean")
    throw queryFault("where", `The field '${name}' cannot be ordered.`);
  const wanted = valueFor(name, field, value);
  const sign = operators[operator];
  switch (field.type) {
    case "number":
      return Prisma.sql`${sql} ${sign} ${String(wanted)}::numeric`;
    case "date":
      return Prisma.sql`${sql} ${sign} ${wanted}::timestamptz`;
    case "uuid":
      return isUuid(String(wanted))
        ? Prisma.sql`${sql} ${sign} ${wanted}::uuid`
        : Prisma.sql`${sql}::text collate "C" ${sign} ${wanted}`;
    default:
      return Prisma.sql`${sql} collate "C" ${sign} ${wanted}`;
  }
}

/** `field in values`. @throws validation_failed for a value of another type */
export function inToSql(name: string, field: Scalar, values: readonly Value[]): Prisma.Sql {
  const { sql, stored, enumeration, found } = single(name, field);
  const wanted = values.map((value) => valueFor(name, field, value));
  if (field.type === "boolean") {
    return Prisma.join(
      [...new Set(wanted)].map((value) => Prisma.sql`${sql} = ${value}`),
      " or ",
    );
  }
  const texts = wanted.map(String).flatMap((text) => (stored ? storedFor(stored, text) : [text]));
  if (stored && enumeration) return isOneOf(enumeration, texts);
  const foundBy = found ?? ((isOneOf) => isOneOf(sql));
  switch (field.type) {
    case "number":
      return anyOf(sql, texts, Prisma.sql`numeric`);
    case "date":
      return anyOf(sql, texts, Prisma.sql`timestamptz`);
    case "uuid":
      return foundBy((column) => anyOf(column, texts.filter(isUuid), Prisma.sql`uuid`));
    default:
      return foundBy((column) => anyOf(column, texts, Prisma.sql`text`));
  }
}

/** Whether a list of texts contains all or any of the values. @throws validation_failed */
export function containsToSql(
  name: string,
  field: Scalar,
  mode: "all" | "any",
  values: readonly Value[],
): Prisma.Sql {
  if (field.type !== "strings") throw queryFault("where", `The field '${name}' is not a list of values.`);
  const wanted = values.map((value) => String(valueFor(name, field, value)));
  const sign = mode === "all" ? Prisma.sql`@>` : Prisma.sql`&&`;
  return Prisma.sql`(${field.sql}) ${sign} ${wanted}::text[]`;
}

export function matchesToSql(name: string, field: Scalar, value: string): Prisma.Sql {
  return Prisma.sql`${ignoringCase(textOf(name, field))} = ${String(valueFor(name, field, value)).toLowerCase()}`;
}

/** Whether a text matches a pattern. @throws validation_failed */
export function likeToSql(
  name: string,
  field: Scalar,
  { pattern, ignoresCase }: { pattern: string; ignoresCase: boolean },
): Prisma.Sql {
  const text = textOf(name, field);
  const like = toLike(String(valueFor(name, field, pattern)));
  return ignoresCase
    ? Prisma.sql`${ignoringCase(text)} like ${like.toLowerCase()}`
    : Prisma.sql`${text.sql} like ${like}`;
}

function textOf(name: string, field: Scalar): Scalar {
  const text = single(name, field);
  if (text.type === "string" && !text.stored) return text;
  throw queryFault("where", `The field '${name}' is not a string.`);
}

/** Alike in every database: in a Turkish one, lower('I') is not 'i'. */
function ignoringCase({ sql, lowered }: Scalar): Prisma.Sql {
  return lowered ?? Prisma.sql`lower(${sql} collate "und-x-icu")`;
}

/** A single value is compared without an array, so that every plan can use an index. */
function anyOf(sql: Prisma.Sql, texts: readonly string[], type: Prisma.Sql): Prisma.Sql {
  const [first] = texts;
  if (first === undefined) return Prisma.sql`false`;
  if (texts.length === 1) return Prisma.sql`${sql} = ${first}::${type}`;
  return Prisma.sql`${sql} = any (${[...texts]}::text[]::${type}[])`;
}

/** Each value is a parameter of its own, so that PostgreSQL can estimate how many rows have it. */
function isOneOf({ column, type }: Scalar["enumeration"] & {}, texts: readonly string[]): Prisma.Sql {
  if (texts.length === 0) return Prisma.sql`false`;
  return Prisma.sql`${column} in (${Prisma.join(texts.map((text) => Prisma.sql`${text}::${type}`))})`;
}

function storedFor(stored: Scalar["stored"] & {}, text: string): readonly string[] {
  return Object.hasOwn(stored, text) ? (stored[text] ?? []) : [];
}

/** The field with its SQL in parentheses: it may be any expression. */
function single(name: string, field: Scalar): Scalar {
  if (field.type === "strings") {
    throw queryFault("where", `The field '${name}' is a list; ask what it contains.`);
  }
  return { ...field, sql: Prisma.sql`(${field.sql})` };
}
