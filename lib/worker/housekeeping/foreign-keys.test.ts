import { expect, test } from "vitest";
import { pool } from "#lib/platform/database/db.ts";

// Rows that the shop itself never deletes.
const merchants = ["api_client", "discount", "shipping_method"];

test("no deleted row makes PostgreSQL read a whole table for others that refer to it: each foreign key has an index", async () => {
  const { rows } = await pool.query(
    `select c.conrelid::regclass::text || '.' || a.attname as "column"
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not c.confrelid::regclass::text = any ($1)
       and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = a.attnum
         and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))`,
    [merchants],
  );
  expect(rows).toEqual([]);
});
