import { expect, test } from "vitest";
import { asDomainError } from "#lib/platform/http/index.ts";
import { newId } from "#lib/platform/ids.ts";
import { withSetting } from "#test/support/database-setting.ts";
import { db, Prisma, send, withTransaction } from "./db.ts";

const write = () =>
  withTransaction((tx) => tx.category.create({ data: { slug: `category-${newId()}`, name: "Things" } }));

test("after a failover no connection to the server that only reads is kept", async () => {
  await withSetting("default_transaction_read_only = on", async (end) => {
    const writes = await Promise.allSettled(Array.from({ length: 10 }, write));
    for (const one of writes) {
      expect(one.status === "rejected" && asDomainError(one.reason).code).toBe("unavailable");
    }
    expect(await db.category.count()).toBeGreaterThanOrEqual(0);
    expect(await send(Prisma.sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await end();
    for (let count = 0; count < 10; count++) await write();
    await send(Prisma.sql`update category set name = name where false`);
  });
});
