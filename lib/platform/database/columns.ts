import type * as z from "zod";
import type { Scalar } from "#lib/platform/filter/index.ts";

/**
 * The one description of a column that is read and written as a single value. SQL statements, the type of a row, filter
 * fields and erasure are derived from it. A column is named after its member: purchaseOrderNumber is
 * purchase_order_number.
 */
export type Column = {
  /** The value in a row, as JSON. Rows are validated against it when they are read. */
  type: z.ZodType;
  /** The PostgreSQL type, if values have to be cast to it: uuid, jsonb, an enum. */
  pg?: string;
  /** The input that a shopper may send for it. */
  input?: z.ZodType;
  /** Set if rows can be filtered by it: the type of its filter field. */
  filter?: Scalar["type"] | "address";
  /** Set for personal data: the SQL that replaces it on erasure. */
  erasedTo?: string;
};

export type Columns = Readonly<Record<string, Column>>;

/** A row of `columns`. */
export type RowOf<C extends Columns> = { -readonly [K in keyof C]: z.output<C[K]["type"]> };

/** The same with nullable members optional. */
type Known<C extends Columns> = {
  [K in keyof C as null extends z.output<C[K]["type"]> ? never : K]: z.output<C[K]["type"]>;
} & {
  [K in keyof C as null extends z.output<C[K]["type"]> ? K : never]?: z.output<C[K]["type"]> | undefined;
};

/** Fills in null for every member that is left out. */
export function withBlanks<C extends Columns>(columns: C, known: Known<C>): RowOf<C> {
  const values: Partial<Record<string, unknown>> = known;
  return mapped(columns, (_, name) => values[name] ?? null) as RowOf<C>;
}

/** Only the members of `row` that are in `columns`. */
export function pick<C extends Columns>(row: RowOf<C>, columns: C): RowOf<C> {
  return mapped(columns, (_, name) => row[name]) as RowOf<C>;
}

/** The zod shape of a row. */
export function shapeOf<C extends Columns>(columns: C): { -readonly [K in keyof C]: C[K]["type"] } {
  return mapped(columns, ({ type }) => type) as { [K in keyof C]: C[K]["type"] };
}

type Writable<C extends Columns> = {
  -readonly [K in keyof C as C[K] extends { input: z.ZodType } ? K : never]: C[K] extends {
    input: infer I extends z.ZodType;
  }
    ? z.ZodOptional<z.ZodNullable<I>>
    : never;
};

/** The zod shape of a shopper's input, every member optional. */
export function inputsOf<C extends Columns>(columns: C): Writable<C> {
  return mapped(columns, ({ input }) => input?.nullish()) as Writable<C>;
}

/** Maps each column to a value. Columns that map to undefined are left out. */
export function mapped<C extends Columns>(
  columns: C,
  make: (column: Column, name: string) => unknown,
): object {
  const members = Object.entries(columns).map(([name, column]) => [name, make(column, name)] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}
