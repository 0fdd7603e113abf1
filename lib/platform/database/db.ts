import { setTimeout as sleep } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "#lib/platform/env.ts";
import { Prisma, PrismaClient } from "../../../prisma/generated/client.ts";
import { processWide } from "../process-wide.ts";
import { readByIndex } from "./by-index.ts";
import { openPool, setUp } from "./open-pool.ts";
import { behindPgBouncer } from "./pgbouncer.ts";

export { Prisma };
export type Transaction = Prisma.TransactionClient;
export type Database = PrismaClient | Transaction;

function connect() {
  const connectionString = env.DATABASE_URL;
  const half = Math.floor(env.DATABASE_POOL_SIZE / 2);
  const pool = behindPgBouncer
    ? openPool({ connectionString, max: env.DATABASE_POOL_SIZE })
    : openPool({ connectionString, max: env.DATABASE_POOL_SIZE - half, onConnect: limited });
  const frequent = behindPgBouncer ? pool : openPool({ connectionString, max: half, onConnect: planOnce });
  const namePrisma = statementNames("p");
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => namePrisma(sql) });
  return {
    pool,
    frequent,
    nameOf: statementNames("s"),
    client: new PrismaClient({
      adapter: repeatingStatements(adapter),
      transactionOptions: { maxWait: 10_000, timeout: 15_000 },
    }),
  };
}

/**
 * Has PostgreSQL end what nobody waits for any more: a statement shortly before its connection is given up, which would
 * otherwise wait on, take effect later and keep its place on the server; and the transaction of a process that froze,
 * or whose machine is gone, with its locks.
 */
const limits = "set statement_timeout = '25s'; set idle_in_transaction_session_timeout = '30s'";

/** Prisma writes times without their zone and drops the zone of those that it reads: a server in Berlin moves them. */
const settings = `${limits}; set timezone = 'UTC'`;

const limited = (client: pg.ClientBase) => setUp(client, settings);

/**
 * Also has PostgreSQL plan each statement once for any values. Otherwise it plans the first five executions on a
 * connection anew, at several ms for the largest, and goes on doing so if a plan for any values looks more expensive.
 */
async function planOnce(client: pg.ClientBase): Promise<void> {
  await setUp(client, `${settings}; set plan_cache_mode = force_generic_plan`);
  await readByIndex(client);
}

/**
 * Repeats statements outside a transaction on a serialization failure, whether they come from our SQL, Prisma or
 * better-auth: PostgreSQL has rolled them back. Statements inside a transaction go through startTransaction instead.
 */
function repeatingStatements(factory: PrismaPg): PrismaPg {
  const connectOnce = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connectOnce();
    const queryRaw = adapter.queryRaw.bind(adapter);
    const executeRaw = adapter.executeRaw.bind(adapter);
    adapter.queryRaw = (query) => retrying(() => queryRaw(query));
    adapter.executeRaw = (query) => retrying(() => executeRaw(query));
    return adapter;
  };
  return factory;
}

const attempts = 6;

/**
 * Repeats `work` on serialization failures and deadlocks (40001, 40P01). It must leave nothing behind when it fails.
 */
async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isSerializationFailure(error)) throw error;
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}

/**
 * Names each statement by its text, so that PostgreSQL parses and plans it once per connection. After the first few
 * hundred, texts are composed from callers' queries; they stay unnamed.
 */
function statementNames(prefix: string): (sql: string) => string {
  if (behindPgBouncer) return () => "";
  const names = new Map<string, string>();
  return (sql) => {
    const known = names.get(sql);
    if (known) return known;
    if (names.size >= 500) return "";
    const name = `${prefix}${names.size}`;
    names.set(sql, name);
    return name;
  };
}

const shared = processWide("database", connect);

/** Prisma's own pool, for libraries that send SQL themselves. */
export const pool: pg.Pool = shared.pool;
/** The pool of `send`: its connections plan a statement once. */
export const frequent: pg.Pool = shared.frequent;
export const db: PrismaClient = shared.client;
const { nameOf } = shared;

/**
 * Sends one statement with `pg`, prepared and planned once per connection: a third of the cost of Prisma's $queryRaw.
 * Outside a transaction it is repeated on a serialization failure; `client` is a connection with an open transaction.
 * Throws pg's own errors; read them with sqlState and its siblings.
 */
export async function send({ text, values }: Prisma.Sql, client?: pg.PoolClient): Promise<unknown[]> {
  const name = nameOf(text);
  const statement = { text, values, ...(name && { name }) };
  const { rows } = await (client ? client.query(statement) : retrying(() => frequent.query(statement)));
  return rows;
}

/** Sends a statement that PostgreSQL has to plan for its values, because the best plan depends on them. */
export async function sendPlannedAnew({ text, values }: Prisma.Sql): Promise<unknown[]> {
  // Without a name it has no plan that could be kept.
  const { rows } = await retrying(() => pool.query({ text, values }));
  return rows;
}

/**
 * Runs `work` in a transaction and repeats it on serialization failures and deadlocks (40001, 40P01). `work` must not
 * do anything that a rollback cannot undo.
 */
export function withTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return retrying(() => db.$transaction(work));
}

type DriverError = { cause?: { originalCode?: string } };

/** PostgreSQL's SQLSTATE for a failed statement or commit, if the error has one. */
export function sqlState(error: unknown): string | null {
  const seen = error as DriverError & {
    code?: string;
    meta?: { code?: string; driverAdapterError?: DriverError };
  };
  // A failed commit surfaces as the driver's own error.
  const driver = seen?.meta?.driverAdapterError ?? seen;
  return driver?.cause?.originalCode ?? seen?.meta?.code ?? seen?.code ?? null;
}

/** The constraint that a statement sent with `pg` violated. */
export function violatedConstraint(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.constraint ?? null) : null;
}

/** Whether repeating the transaction may succeed: it lost to another one, or to a deadlock. */
export function isSerializationFailure(error: unknown): boolean {
  return ["40001", "40P01", "P2034"].includes(sqlState(error) ?? "");
}

/** True if a referenced row is gone: the shopper was converted or deleted meanwhile. */
export function isForeignKeyViolation(error: unknown): boolean {
  return ["23503", "P2003"].includes(sqlState(error) ?? "");
}

/** True if the database is not migrated. */
export function isMissingTable(error: unknown): boolean {
  return ["42P01", "P2021"].includes(sqlState(error) ?? "");
}

/** Whether a row with these unique values exists already. */
export function isUniqueViolation(error: unknown): boolean {
  return ["23505", "P2002"].includes(sqlState(error) ?? "");
}
