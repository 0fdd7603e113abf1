import { expect, test } from "vitest";
import { frequent } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { sentBy } from "#test/support/statements.ts";
import { growOrders } from "./grow-orders.ts";

type Node = { "Node Type": string; "Relation Name"?: string; "Index Cond"?: string; Plans?: Node[] };
const growing = ["user", "cart", "order", "order_line", "order_event", "payment"];

/** The nodes of a plan that read a growing table, or an index of it, from end to end. */
function scansIn(node: Node): string[] {
  const { "Node Type": type, "Relation Name": table = "", "Index Cond": condition, Plans = [] } = node;
  const isScan = type === "Seq Scan" || (type.startsWith("Index") && !condition);
  return [...(isScan && growing.includes(table) ? [`${type} of ${table}`] : []), ...Plans.flatMap(scansIn)];
}

test("what PostgreSQL plans while a shop is young, and keeps, scans no table that grows", async () => {
  const variant = await makeVariant();
  await growOrders(env.DATABASE_URL, 60);
  const sent = await sentBy(() => buy({ variant }));
  const found = [];
  for (const { text, values } of sent.filter(({ text }) =>
    /^(with|select|insert|update|delete)\b/i.test(text),
  )) {
    const { rows } = await frequent.query(`explain (format json) ${text}`, values);
    const scans = scansIn(rows[0]["QUERY PLAN"][0].Plan);
    if (scans.length > 0) found.push({ text, scans });
  }
  expect(sent.length).toBeGreaterThan(10);
  expect(found).toEqual([]);
});
