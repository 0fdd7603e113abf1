import type * as z from "zod";
import type { Scalar } from "./filter/index.ts";

/**
 * A column that is read and written as one value, described once: the statements, the type of a row, what can be
 * searched by and what is erased follow from it. The column is named like its member: purchaseOrderNumber is
 * purchase_order_number.
 */
export type Column = {
  /** What a row holds, as JSON. Rows are checked against it when they are read. */
  type: z.ZodType;
  /** The column's type in PostgreSQL where a value has to be cast to it: uuid, jsonb, an enum. */
  pg?: string;
  /** What a shopper may write there. */
  input?: z.ZodType;
  /** Rows can be searched by it, as this. */
  filter?: Scalar["type"] | "address";
  /** It tells something of a person. This SQL takes its place when the person is erased. */
  erasedTo?: string;
};

export type Columns = Readonly<Record<string, Column>>;

/** The members that `columns` describe. */
export type RowOf<C extends Columns> = { -readonly [K in keyof C]: z.output<C[K]["type"]> };

/** The same for a row that is not whole yet: what may be null may be left out. */
type Known<C extends Columns> = {
  [K in keyof C as null extends z.output<C[K]["type"]> ? never : K]: z.output<C[K]["type"]>;
} & {
  [K in keyof C as null extends z.output<C[K]["type"]> ? K : never]?: z.output<C[K]["type"]> | undefined;
};

/** A whole row of what is known: the rest is null. */
export function withBlanks<C extends Columns>(columns: C, known: Known<C>): RowOf<C> {
  const values: Partial<Record<string, unknown>> = known;
  return mapped(columns, (_, name) => values[name] ?? null) as RowOf<C>;
}

/** The members of `row` that `columns` describe. */
export function pick<C extends Columns>(row: RowOf<C>, columns: C): RowOf<C> {
  return mapped(columns, (_, name) => row[name]) as RowOf<C>;
}

/** The shape of a row for z.object. */
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

/** The shape of what a shopper may write, each of which may be left out. */
export function inputsOf<C extends Columns>(columns: C): Writable<C> {
  return mapped(columns, ({ input }) => input?.nullish()) as Writable<C>;
}

/** Each member made of its column; what makes nothing is left out. */
export function mapped<C extends Columns>(
  columns: C,
  make: (column: Column, name: string) => unknown,
): object {
  const members = Object.entries(columns).map(([name, column]) => [name, make(column, name)] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}
