import { afterEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { asNobody } from "#lib/platform/context.ts";
import { asDomainError } from "#lib/platform/http/index.ts";
import { newId } from "#lib/platform/ids.ts";
import { endRaces, loseRaces } from "#test/support/races.ts";
import { db, isForeignKeyViolation, isUniqueViolation, Prisma, pool, send, withTransaction } from "./db.ts";
import { rowsOf, rowsPlannedAnew } from "./rows.ts";

const insert = (slug: string) =>
  Prisma.sql`insert into category (id, slug, name) values (${newId()}::uuid, ${slug}, 'Things') returning id, slug`;
const category = z.object({ id: z.uuid(), slug: z.string() });

afterEach(endRaces);

describe("the rows of a statement", () => {
  const at = new Date("2026-02-03T04:05:06.789Z");
  const list = ['a "quoted" one', "a, comma", "{}"];
  const all = Prisma.sql`select ${at}::timestamptz as at, ${list}::text[] as list, ${newId()}::uuid as id, 7::int4 as int,
    true as yes, null as none, jsonb_build_object('at', ${at}::timestamptz, 'n', ${1.5}::numeric) as json`;
  const row = z.object({
    at: z.date(),
    list: z.array(z.string()),
    id: z.uuid(),
    int: z.int(),
    yes: z.literal(true),
    none: z.null(),
    json: z.object({ at: z.string(), n: z.number() }),
  });

  test("are the same inside and outside a transaction", async () => {
    const outside = await rowsOf(asNobody, all, row);
    expect(outside).toMatchObject([{ at, list, json: { n: 1.5 } }]);
    expect(await withTransaction((tx) => rowsOf({ ...asNobody, tx }, all, row))).toEqual(outside);
  });

  test("are visible only to the transaction that wrote them until it commits", async () => {
    const slug = `category-${newId()}`;
    const found = Prisma.sql`select id, slug from category where slug = ${slug}`;
    await withTransaction(async (tx) => {
      await rowsOf({ ...asNobody, tx }, insert(slug), category);
      expect(await rowsOf({ ...asNobody, tx }, found, category)).toHaveLength(1);
      expect(await rowsOf(asNobody, found, category)).toEqual([]);
    });
    expect(await rowsOf(asNobody, found, category)).toHaveLength(1);
  });

  test("are rejected if they do not match the schema", async () => {
    await expect(rowsOf(asNobody, Prisma.sql`select 1 as id, 'x' as slug`, category)).rejects.toThrow(
      z.ZodError,
    );
  });
});

test("a statement that fails to serialize is repeated and takes effect once", async () => {
  await loseRaces("category", 2, { state: "40P01" });
  const slug = `category-${newId()}`;
  expect(await rowsOf(asNobody, insert(slug), category)).toMatchObject([{ slug }]);
  expect(await db.category.count({ where: { slug } })).toBe(1);
});

test("a statement that fails again and again is reported to the asNobody", async () => {
  await loseRaces("category", 100);
  const failing = rowsOf(asNobody, insert(`category-${newId()}`), category);
  await expect(failing).rejects.toSatisfy((error) => asDomainError(error).code === "unavailable");
});

test("constraint violations are recognized as with Prisma", async () => {
  const slug = `category-${newId()}`;
  await send(insert(slug));
  await expect(send(insert(slug))).rejects.toSatisfy(isUniqueViolation);
  const dangling = Prisma.sql`insert into cart_coupon (cart_id, discount_id) values (${newId()}::uuid, ${newId()}::uuid)`;
  await expect(send(dangling)).rejects.toSatisfy(isForeignKeyViolation);
  const broken = send(Prisma.sql`select * from what_is_not_there`);
  await expect(broken).rejects.toSatisfy((error) => asDomainError(error).code === "database_failed");
});

describe("a statement", () => {
  const prepared = (text: string) =>
    send(
      Prisma.sql`select name, generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements
        where statement like ${`%${text}%`} and statement not like ${"%pg_prepared%"}`,
    );
  const mode = Prisma.sql`select current_setting('plan_cache_mode') as mode`;
  const row = z.record(z.string(), z.unknown());

  test("is prepared and planned once per connection, under a name", async () => {
    const text = Prisma.sql`select ${newId()}::text as "once prepared"`;
    for (const _ of [1, 2, 3]) await send(text);
    const name = expect.stringMatching(/^s\d+$/);
    expect(await prepared("once prepared")).toEqual([{ name, generic: 3, custom: 0 }]);
  });

  test("that is planned anew has no name, and is planned for its values", async () => {
    expect(await rowsPlannedAnew(asNobody, mode, row)).toEqual([{ mode: "auto" }]);
    for (const _ of [1, 2, 3]) await rowsPlannedAnew(asNobody, Prisma.sql`select ${newId()} as "anew"`, row);
    expect(
      await db.$queryRaw`select name from pg_prepared_statements where statement like ${"%anew%"}`,
    ).toEqual([]);
    const inside = withTransaction((tx) => rowsPlannedAnew({ ...asNobody, tx }, mode, row));
    expect(await inside).toEqual([{ mode: "force_custom_plan" }]);
  });
});

test("two copies of lib/platform/database/db.ts, as Next bundles them, share connections without mixing up statements", async () => {
  const client = await pool.connect();
  for (const asked of ["by one copy", "by the other"]) {
    vi.resetModules();
    const copy = await import("./db.ts");
    expect(copy.pool).toBe(pool);
    expect(await copy.send(Prisma.raw(`select '${asked}' as asked`), client)).toEqual([{ asked }]);
  }
  client.release();
});
