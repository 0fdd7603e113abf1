import * as z from "zod";
import { now } from "#lib/platform/clock.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { newId } from "#lib/platform/ids.ts";
import { insertGuest } from "./insert-guest.ts";

const guest = z.object({ userId: z.uuid(), anonymousId: z.string() });
const anything = z.object({});

export type Guest = z.output<typeof guest>;

/**
 * A guest that is not stored yet: the same kind of anonymous user that better-auth creates for a browser, with the id
 * that the caller chose. Null if that id is in use, by a guest or on a cart or order, even of a converted guest.
 * `insert` returns no row if it was taken meanwhile: of two concurrent requests for an id, one gets it.
 */
export async function newGuest(
  ctx: Context,
  chosenId?: string,
): Promise<{ holder: Guest; insert: Prisma.Sql } | null> {
  if (chosenId !== undefined && (await isInUse(ctx, chosenId))) return null;
  const userId = newId();
  const holder = { userId, anonymousId: chosenId ?? userId };
  return { holder, insert: insertOnce(holder) };
}

/** Starts an anonymous session for a newGuest; null if the id is in use. */
export async function startAnonymousSession(ctx: Context, chosenId?: string): Promise<Guest | null> {
  const found = await newGuest(ctx, chosenId);
  return found && (await rowsOf(ctx, found.insert, anything)).length > 0 ? found.holder : null;
}

/** The guest of an anonymousId that a program manages; created on demand. */
export async function ensureGuest(ctx: Context, anonymousId: string): Promise<Guest> {
  const known = await findGuest(ctx, anonymousId);
  if (known) return known;
  await rowsOf(ctx, insertOnce({ userId: newId(), anonymousId }), anything);
  return (await findGuest(ctx, anonymousId)) ?? ensureGuest(ctx, anonymousId);
}

/** The guest of this anonymousId, or null. A browser's guest has its user id as anonymousId. */
export async function findGuest(ctx: Context, anonymousId: string): Promise<Guest | null> {
  const statement = Prisma.sql`
    select id as "userId", coalesce(anonymous_id, id::text) as "anonymousId"
    from "user" u where is_anonymous and ${goesBy(anonymousId)}`;
  const [found] = await rowsOf(ctx, statement, guest);
  return found ?? null;
}

async function isInUse(ctx: Context, anonymousId: string): Promise<boolean> {
  const statement = Prisma.sql`
    select 1 from "user" u where ${goesBy(anonymousId)}
    union all select 1 from cart where anonymous_id = ${anonymousId}
    union all select 1 from "order" where anonymous_id = ${anonymousId}
    limit 1`;
  return (await rowsOf(ctx, statement, anything)).length > 0;
}

function goesBy(anonymousId: string): Prisma.Sql {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(anonymousId);
  const byId = isUuid ? Prisma.sql`or u.id = ${anonymousId}::uuid` : Prisma.empty;
  return Prisma.sql`(u.anonymous_id = ${anonymousId} ${byId})`;
}

/** Returns no row if the id is taken. */
function insertOnce({ userId, anonymousId }: Guest): Prisma.Sql {
  const insert = insertGuest({ userId, anonymousId, at: now() });
  return Prisma.sql`${insert} on conflict (anonymous_id) do nothing returning 1`;
}
