import { expect, test } from "vitest";
import { effortOfSent } from "#bench/scans.ts";
import { db } from "#lib/platform/database/db.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { makeOldGuests } from "#test/support/old-guests.ts";
import { sentBy } from "#test/support/statements.ts";
import { deleteExpired } from "./index.ts";

test("guests that came since PostgreSQL last looked are found without reading all carts for each", async () => {
  const variant = await makeVariant();
  const sent = await sentBy(deleteExpired);
  const finding = sent.filter(({ text }) => text.startsWith('select u.id from "user" u'));
  expect(finding).toHaveLength(1);
  await makeOldGuests(1_200, variant);
  await deleteExpired();
  // Now it believes that there are neither guests nor carts.
  await db.$executeRaw`analyze "user", cart, payment`;
  await makeOldGuests(1_200, variant);
  const { rows } = await effortOfSent(["user", "cart", "payment"], finding);
  expect(rows).toBeLessThan(10_000);
});
