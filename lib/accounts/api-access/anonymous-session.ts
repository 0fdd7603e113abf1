import * as z from "zod";
import { now } from "#lib/platform/clock.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { rowsOf } from "#lib/platform/rows.ts";
import { insertGuest } from "./insert-guest.ts";

const guest = z.object({ userId: z.uuid(), anonymousId: z.string() });
const anything = z.object({});

export type Guest = z.output<typeof guest>;

/**
 * Starts an anonymous session: the same kind of anonymous user that better-auth creates for a browser, with the id that
 * the caller chose. Null if that id is in use, by a guest or on a cart or order, even of a converted guest. Of two
 * concurrent requests for an id, one gets it.
 */
export async function startAnonymousSession(ctx: Context, chosenId?: string): Promise<Guest | null> {
  const userId = newId();
  const anonymousId = chosenId ?? userId;
  if (chosenId !== undefined && (await isInUse(ctx, chosenId))) return null;
  return (await makeGuest(ctx, userId, anonymousId)) ? { userId, anonymousId } : null;
}

/** The guest of an anonymousId that a program manages; created on demand. */
export async function ensureGuest(ctx: Context, anonymousId: string): Promise<Guest> {
  const known = await findGuest(ctx, anonymousId);
  if (known) return known;
  await makeGuest(ctx, newId(), anonymousId);
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

/** False if the id was taken concurrently. */
async function makeGuest(ctx: Context, userId: string, anonymousId: string): Promise<boolean> {
  const insert = insertGuest({ userId, anonymousId, at: now() });
  const statement = Prisma.sql`${insert} on conflict (anonymous_id) do nothing returning 1`;
  return (await rowsOf(ctx, statement, anything)).length > 0;
}
