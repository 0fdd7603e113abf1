import { setTimeout as sleep } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "#lib/platform/env.ts";
import { Prisma, PrismaClient } from "../../prisma/generated/client.ts";

export { Prisma };
export type Transaction = Prisma.TransactionClient;
export type Database = PrismaClient | Transaction;

/** PgBouncer hands a connection on between two statements: a name that one gave is unknown to the next. */
const behindPgBouncer = new URL(env.DATABASE_URL).searchParams.get("pgbouncer") === "true";

function connect() {
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: env.DATABASE_POOL_SIZE });
  // An idle connection that the server ended is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  const nameOf = behindPgBouncer ? () => "" : statementNames();
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) });
  return {
    pool,
    nameOf,
    client: new PrismaClient({
      adapter: repeatingStatements(adapter),
      transactionOptions: { maxWait: 10_000, timeout: 15_000 },
    }),
  };
}

/**
 * Repeats each statement outside a transaction that loses a race, whoever wrote it: our own SQL, Prisma or
 * better-auth. PostgreSQL has undone it whole. Statements of a transaction go another way (startTransaction).
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

/** Does what leaves nothing behind when it fails, again and again while it loses a race (40001, 40P01). */
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

/** Starts a statement that PostgreSQL plans for its values every time, because the best plan depends on them. */
export const plannedAnew = "/* planned anew */";

/**
 * Gives each statement's text a name of its own, so that PostgreSQL parses and plans it once per connection.
 * Texts past the first few hundred are composed from a caller's query; they stay unnamed.
 */
function statementNames(): (sql: string) => string {
  const names = new Map<string, string>();
  return (sql) => {
    const known = names.get(sql);
    if (known) return known;
    if (names.size >= 500 || sql.trimStart().startsWith(plannedAnew)) return "";
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

// Next evaluates this module once for each of its bundles and again at a hot reload. The connections stay, and the
// names that are prepared on them.
const shared = globalThis as { guestCheckoutDatabase?: ReturnType<typeof connect> };
shared.guestCheckoutDatabase ??= connect();

/** The pool below Prisma, for libraries that speak SQL themselves. */
export const pool: pg.Pool = shared.guestCheckoutDatabase.pool;
export const db: PrismaClient = shared.guestCheckoutDatabase.client;
const { nameOf } = shared.guestCheckoutDatabase;

/**
 * Sends one statement by `pg`, named and so prepared once per connection: a third of what Prisma's $queryRaw costs.
 * Outside a transaction it is repeated while it loses a race; `client` is a connection with an open one.
 * Errors are pg's own; sqlState and its kind read them.
 */
export async function send({ text, values }: Prisma.Sql, client?: pg.PoolClient): Promise<unknown[]> {
  const name = nameOf(text);
  const statement = { text, values, ...(name && { name }) };
  const { rows } = await (client ? client.query(statement) : retrying(() => pool.query(statement)));
  return rows;
}

/**
 * Runs `work` in one transaction and repeats it when the database says that it lost a race
 * (40001, 40P01). `work` must not do anything that a rollback cannot undo.
 */
export function withTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return retrying(() => db.$transaction(work));
}

type DriverError = { cause?: { originalCode?: string } };

/** The five characters PostgreSQL gave for a failed statement or commit, as far as Prisma hands them on. */
export function sqlState(error: unknown): string | null {
  const seen = error as DriverError & {
    code?: string;
    meta?: { code?: string; driverAdapterError?: DriverError };
  };
  // A commit's error comes as the driver's own.
  const driver = seen?.meta?.driverAdapterError ?? seen;
  return driver?.cause?.originalCode ?? seen?.meta?.code ?? seen?.code ?? null;
}

/** The constraint that a statement sent by `pg` came up against. */
export function violatedConstraint(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.constraint ?? null) : null;
}

export function isSerializationFailure(error: unknown): boolean {
  return ["40001", "40P01", "P2034"].includes(sqlState(error) ?? "");
}

/** A row that this one points at is gone: the shopper was converted or deleted meanwhile. */
export function isForeignKeyViolation(error: unknown): boolean {
  return ["23503", "P2003"].includes(sqlState(error) ?? "");
}

export function isUniqueViolation(error: unknown): boolean {
  return ["23505", "P2002"].includes(sqlState(error) ?? "");
}
