import pg from "pg";

/** What happens to a statement: an error, a lost connection, or a serialization failure, which may be retried. */
export type Fault = "fails" | "loses its connection" | "loses a race";

type Query = (this: pg.Client, ...args: unknown[]) => Promise<unknown>;

// The first statement of a conversion: the lock on the carts.
const opening = /^select 1 from cart where user_id = any/;

const faults: Record<Fault, (run: (sql: string) => Promise<unknown>) => Promise<unknown>> = {
  fails: (run) => run("do $$ begin raise exception 'broken on purpose'; end $$"),
  "loses its connection": (run) => run("select pg_terminate_backend(pg_backend_pid())"),
  "loses a race": (run) => run("do $$ begin raise exception 'too late' using errcode = '40001'; end $$"),
};

/**
 * Runs `work` with one `fault` at one statement of a conversion (0 is the lock on the carts, the last is the commit).
 * Returns all statements of the conversion.
 */
export async function withFault<T>(
  fault: Fault,
  at: number,
  work: () => Promise<T>,
): Promise<{ result: T; statements: string[] }> {
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  const statements: string[] = [];
  let converting: pg.Client | null = null;
  client.query = function (...args) {
    const text = textOf(args[0]);
    if (opening.test(text) && statements.length === 0) converting = this;
    if (converting !== this || statements.length > at + 1) return query.apply(this, args);
    const here = statements.push(text) - 1;
    if (text === "COMMIT") converting = null;
    if (here !== at) return query.apply(this, args);
    const run = (sql: string) => query.call(this, sql);
    // A failed commit has rolled back.
    return text === "COMMIT" && fault !== "loses its connection"
      ? run("ROLLBACK").then(() => faults[fault](run))
      : faults[fault](run);
  };
  try {
    return { result: await work(), statements };
  } finally {
    client.query = query;
  }
}

/** Runs `work` with the database down from the first statement that matches `from`. */
export async function withoutDatabase<T>(
  work: () => Promise<T>,
  from: (statement: string) => boolean = () => true,
): Promise<T> {
  const client = pg.Client.prototype as unknown as {
    query: (this: pg.Client, ...args: unknown[]) => unknown;
  };
  const { query } = client;
  let isAway = false;
  client.query = function (...args) {
    isAway ||= from(textOf(args[0]));
    if (!isAway) return query.apply(this, args);
    const error = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
    const done = args.at(-1);
    if (typeof done !== "function") return Promise.reject(error);
    setImmediate(() => done(error));
  };
  try {
    return await work();
  } finally {
    client.query = query;
  }
}

/** The statements of a successful conversion. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { statements } = await withFault("fails", Number.POSITIVE_INFINITY, work);
  return statements;
}

function textOf(query: unknown): string {
  const text = typeof query === "string" ? query : (query as { text?: string } | undefined)?.text;
  return (text ?? "").replace(/\s+/g, " ").trim();
}
