import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { userReferences } from "#test/privacy/rows.ts";
import { belongings } from "./belongings.ts";

const schema = readFileSync(join(import.meta.dirname, "../../prisma/schema.prisma"), "utf8");

const models = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(([, name = "", body = ""]) => ({
  name,
  body,
  table: body.match(/@@map\("(\w+)"\)/)?.[1] ?? name,
}));

// Holds a user's id as a part of its key and no more: it answers a repeated request for 24 hours.
const notBelongings = ["IdempotencyRecord"];

test("every model that points at a user says what becomes of a guest's rows in it, and no other does", () => {
  const related = models.filter(({ body }) => /^\s+\w+\s+User\??\s+@relation/m.test(body));
  expect(related.map(({ name }) => name).toSorted()).toEqual(Object.keys(belongings).toSorted());
});

test("no model holds a user's id without a relation, so none can be forgotten", () => {
  const holding = models.filter(({ body }) => /^\s+userId\s/m.test(body)).map(({ name }) => name);
  expect(holding.toSorted()).toEqual([...Object.keys(belongings), ...notBelongings].toSorted());
});

test("only what dies with the guest is deleted by the database; everything else holds its owner fast", async () => {
  const dying = Object.entries(belongings).filter(([, move]) => typeof move === "string");
  const tables = dying.map(([name]) => models.find((model) => model.name === name)?.table);
  const references = await userReferences();
  const cascading = references.filter(({ onDelete }) => onDelete === "cascade");
  expect(cascading.map(({ table }) => table).toSorted()).toEqual(tables.toSorted());
  const holding = references.filter((reference) => !cascading.includes(reference));
  expect(new Set(holding.map(({ onDelete }) => onDelete))).toEqual(new Set(["restrict"]));
});
