import { ColumnTypeEnum, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { type Pool, type QueryArrayResult, types } from "pg";

/**
 * Lets `adapter` answer questions about the system catalogs. These use the one-byte type "char", which the
 * schema engine wants as a character and Prisma's adapter refuses to read.
 */
export function readCatalogChars(pool: Pool, adapter: SqlDriverAdapter): void {
  const charColumns = new WeakMap<object, number[]>();

  const send: (config: unknown) => Promise<QueryArrayResult> = pool.query.bind(pool);
  const query = async (config: unknown) => {
    const result = await send(config);
    const chars: number[] = [];
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== types.builtins.CHAR) continue;
      field.dataTypeID = types.builtins.TEXT;
      chars.push(index);
    }
    // The rows pass through the adapter untouched, so they can say later which columns were meant.
    if (chars.length > 0) charColumns.set(result.rows, chars);
    return result;
  };
  Object.assign(pool, { query });

  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sqlQuery) => {
    const result = await queryRaw(sqlQuery);
    const chars = charColumns.get(result.rows) ?? [];
    const columnTypes = result.columnTypes.map((type, index) =>
      chars.includes(index) ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
}
