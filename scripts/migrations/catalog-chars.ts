import { ColumnTypeEnum, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { type Pool, type QueryArrayResult, types } from "pg";

/**
 * Lets `adapter` query the system catalogs. They use the one-byte type "char", which the schema engine expects as a
 * character and Prisma's adapter rejects.
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
    // The adapter passes rows through unchanged, so they identify their columns later.
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
