import { expect, test } from "vitest";
import { newId } from "#lib/platform/ids.ts";
import { withSetting } from "#test/support/database-setting.ts";
import { db, Prisma, send } from "./db.ts";

test("a time is the same for Prisma and for SQL, whatever the time zone of the database", async () => {
  await withSetting("timezone = 'Asia/Kathmandu'", async () => {
    const expiresAt = new Date("2026-07-01T12:00:00.000Z");
    const identifier = `zone-${newId()}`;
    await db.verification.create({ data: { identifier, value: "-", expiresAt } });
    const which = Prisma.sql`from verification where identifier = ${identifier} and expires_at = ${expiresAt}`;
    expect(await send(Prisma.sql`select expires_at ${which}`)).toEqual([{ expires_at: expiresAt }]);
    expect(await db.$queryRaw`select expires_at ${which}`).toEqual([{ expires_at: expiresAt }]);
    expect(await db.verification.findFirst({ where: { identifier } })).toMatchObject({ expiresAt });
  });
});
