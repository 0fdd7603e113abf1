import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { whileBroken } from "#test/support/broken.ts";
import { signUp } from "#test/support/sessions.ts";
import { deleteExpired } from "./index.ts";

test("rows that cannot be deleted do not keep those of other kinds, and the run fails", async () => {
  const { userId } = await signUp();
  const key = newId();
  const expiresAt = new Date(0);
  await db.session.create({ data: { token: key, userId, expiresAt } });
  await db.verification.create({ data: { identifier: key, value: key, expiresAt } });
  const broken = { on: "delete", table: "session" } as const;
  await expect(whileBroken(broken, deleteExpired)).rejects.toThrow("1 kind(s) of expired rows");
  expect(await db.verification.count({ where: { identifier: key } })).toBe(0);
  expect(await db.session.count({ where: { token: key } })).toBe(1);
  await deleteExpired();
  expect(await db.session.count({ where: { token: key } })).toBe(0);
});
