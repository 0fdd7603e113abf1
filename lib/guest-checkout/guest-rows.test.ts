import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { userReferences } from "#test/privacy/rows.ts";
import { guestRows } from "./guest-rows.ts";

const schema = readFileSync(join(import.meta.dirname, "../../prisma/schema.prisma"), "utf8");

const models = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(([, name = "", body = ""]) => ({
  name,
  body,
  table: body.match(/@@map\("(\w+)"\)/)?.[1] ?? name,
}));

// Has a user's id only as part of its key: it stores answers to repeated requests for 24 hours.
const withoutRule = ["IdempotencyRecord"];

test("every model that references a user, and no other, has a rule for a guest's rows", () => {
  const related = models.filter(({ body }) => /^\s+\w+\s+User\??\s+@relation/m.test(body));
  expect(related.map(({ name }) => name).toSorted()).toEqual(Object.keys(guestRows).toSorted());
});

test("no model has a user's id without a relation, so none can be forgotten", () => {
  const holding = models.filter(({ body }) => /^\s+userId\s/m.test(body)).map(({ name }) => name);
  expect(holding.toSorted()).toEqual([...Object.keys(guestRows), ...withoutRule].toSorted());
});

test("the database only cascades what is deleted with the guest; everything else restricts the deletion", async () => {
  const deleted = Object.entries(guestRows).filter(([, move]) => typeof move === "string");
  const tables = deleted.map(([name]) => models.find((model) => model.name === name)?.table);
  const references = await userReferences();
  const cascading = references.filter(({ onDelete }) => onDelete === "cascade");
  expect(cascading.map(({ table }) => table).toSorted()).toEqual(tables.toSorted());
  const holding = references.filter((reference) => !cascading.includes(reference));
  expect(new Set(holding.map(({ onDelete }) => onDelete))).toEqual(new Set(["restrict"]));
});
