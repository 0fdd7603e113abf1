import * as z from "zod";
import { Prisma, send } from "#lib/platform/database/db.ts";
import type { Count } from "./count.ts";
import { countInProcess } from "./in-process.ts";
import { cannotCount, tooMany } from "./refusal.ts";

/**
 * Counts a call in the database by each rule in turn, all in one statement, exact across all web processes. Rules after
 * one that refuses do not count. While the database cannot be reached, this process counts alone.
 * @throws too_many_requests, unavailable if a rule wants to refuse without the database
 */
export async function countExactly(counts: readonly Count[]): Promise<void> {
  for (const distinct of withoutRepeats(counts)) await countTogether(distinct);
}

/** One statement can write a row only once: a bucket that counts twice is counted by two. */
function withoutRepeats(counts: readonly Count[]): Count[][] {
  const groups: Count[][] = [];
  for (const count of counts) {
    const group = groups.at(-1);
    if (!group || group.some((other) => rowOf(other) === rowOf(count))) groups.push([count]);
    else group.push(count);
  }
  return groups;
}

async function countTogether(counts: readonly Count[]): Promise<void> {
  const now = Date.now();
  const refused = await refusedAt(counts, now).catch((cause) => countAlone(counts, cause));
  const rule = refused && counts[refused.step]?.rule;
  if (rule) throw tooMany(rule, refused.expire - now);
}

/** Undoes a count whose attempt has succeeded. Lost if the database is away, which does no harm. */
export async function takeBack(counts: readonly Count[]): Promise<void> {
  if (counts.length === 0) return;
  const keys = counts.map(rowOf);
  await send(Prisma.sql`
    update rate_limit set points = points - 1
    where key = any (${keys}) and expire > ${Date.now()}::bigint and points > 0`).catch(() => undefined);
}

async function countAlone(counts: readonly Count[], cause: unknown): Promise<null> {
  for (const count of counts) {
    if (count.rule.whenDown === "refuse" || count.rule.counts === "misses") throw cannotCount(cause);
    await countInProcess(count);
  }
  return null;
}

const refusal = z.object({ step: z.int(), expire: z.number() });

/** The first rule that refuses, and when its window ends; null if all let the call pass. */
async function refusedAt(counts: readonly Count[], now: number) {
  const steps = counts.map((count, at) => stepOf(count, at, now));
  const [row] = await send(Prisma.sql`
    with passed as (select 1), ${Prisma.join(steps.map(({ counted }) => counted))}
    ${Prisma.join(
      steps.map(({ refused }) => refused),
      " union all ",
    )}`);
  return row === undefined ? null : refusal.parse(row);
}

/** `counted` counts if the step before has let the call pass; `refused` has a row if this one does not. */
function stepOf(count: Count, at: number, now: number) {
  const { rule } = count;
  const name = (word: string, of = at) => Prisma.raw(of < 0 ? word : `${word}_${of}`);
  const before = Prisma.sql`exists (select 1 from ${name("passed", at - 1)})`;
  const refused = (over: Prisma.Sql) =>
    Prisma.sql`select ${Prisma.raw(String(at))} as step, expire::float8 as expire from ${name("count", at)} where ${over}`;
  const tooOften = Prisma.sql`points > ${rule.points}`;
  if (rule.counts === "misses") {
    const usedUp = Prisma.sql`points >= ${rule.points}`;
    return {
      counted: Prisma.sql`
        ${name("count")} as (select points, expire from rate_limit where key = ${rowOf(count)} and expire > ${now}::bigint and ${before}),
        ${name("passed")} as (select 1 where ${before} and not exists (select 1 from ${name("count")} where ${usedUp}))`,
      refused: refused(usedUp),
    };
  }
  if (rule.counts === "addresses") {
    const mark = `${rowOf(count)} ${count.address}`;
    return {
      // Marked only if it passed, so that a rejected address counts again next time. Two concurrent calls may both
      // count.
      counted: Prisma.sql`
        ${name("known")} as (select 1 from rate_limit where key = ${mark} and expire > ${now}::bigint),
        ${name("count")} as (${raised(rowOf(count), rule.seconds, now, Prisma.sql`${before} and not exists (select 1 from ${name("known")})`)}),
        ${name("mark")} as (${raised(mark, rule.seconds, now, Prisma.sql`exists (select 1 from ${name("count")} where points <= ${rule.points})`)}),
        ${name("passed")} as (select 1 where ${before} and not exists (select 1 from ${name("count")} where ${tooOften}))`,
      refused: refused(tooOften),
    };
  }
  return {
    counted: Prisma.sql`
      ${name("count")} as (${raised(rowOf(count), rule.seconds, now, before)}),
      ${name("passed")} as (select 1 from ${name("count")} where points <= ${rule.points})`,
    refused: refused(tooOften),
  };
}

/** Adds a point to a key, or starts its window anew, if `going`. Returns the points, and when the window ends. */
function raised(key: string, seconds: number, now: number, going: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    insert into rate_limit as kept (key, points, expire)
    select ${key}, 1, ${now + seconds * 1000}::bigint where ${going}
    on conflict (key) do update set
      points = case when kept.expire <= ${now}::bigint then 1 else kept.points + 1 end,
      expire = case when kept.expire <= ${now}::bigint then excluded.expire else kept.expire end
    returning points, expire`;
}

function rowOf({ bucket, key }: Count): string {
  return `${bucket}:${key}`;
}
