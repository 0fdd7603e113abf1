import { generateClient } from "./build/client.ts";
import { run } from "./build/run.ts";
import { writeMigration } from "./migrations/folder.ts";
import { pendingChange } from "./migrations/pending-change.ts";
import { prepareDatabase } from "./migrations/prepare.ts";
import { withDatabase } from "./postgres/session.ts";
import { withClient } from "./postgres/with-client.ts";
import { offerHelp, refuseSurplus } from "./process/arguments.ts";
import { Problem, report } from "./process/problem.ts";
import { configuration } from "./state/configuration.ts";
import { loadEnvironment } from "./state/environment.ts";

// npm run db:migrate, db:new, db:reset, db:seed: on DATABASE_URL, or on the embedded database, which is started if
// necessary.
type Command = (url: string, args: string[]) => Promise<void>;
const commands: Record<string, Command> = {
  migrate: async (url) => {
    const applied = await prepareDatabase(url);
    console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "Nothing to apply.");
  },
  new: async (url, [name]) => {
    if (!name || !/^[a-z0-9_]+$/.test(name)) {
      throw new Problem("A migration needs a name of a-z, 0-9 and _.", usage);
    }
    const sql = await pendingChange(url);
    if (!sql) return console.log("No change: the migrations already lead to prisma/schema.prisma.");
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const file = writeMigration(`${stamp}_${name}`, sql);
    console.log(`Wrote ${file}. Read it, correct it where data would be lost, then: npm run db:migrate`);
  },
  reset: async (url, args) => {
    if (process.env.DATABASE_URL && !args.includes("--yes")) {
      throw new Problem(
        "This drops everything in the database of DATABASE_URL.",
        "If you mean it: npm run db:reset -- --yes",
      );
    }
    const drop =
      "DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public";
    await withClient(url, (client) => client.query(drop));
    await prepareDatabase(url);
    await seed(url);
    console.log("The database has been reset.");
  },
  seed: async (url) => {
    await prepareDatabase(url);
    await seed(url);
  },
};

async function seed(url: string): Promise<void> {
  await generateClient();
  await run(["prisma/seed/index.ts"], {
    name: "The seed",
    remedy: "Correct prisma/seed, then repeat the command.",
    show: true,
    env: configuration(url),
  });
}

const usages: Record<string, string> = {
  migrate: "npm run db:migrate",
  new: "npm run db:new -- add_gift_note",
  reset: "npm run db:reset, or npm run db:reset -- --yes",
  seed: "npm run db:seed",
};

const [name = "", ...args] = process.argv.slice(2);
const usage = `Write: ${Object.hasOwn(usages, name) ? usages[name] : Object.values(usages).join(", ")}`;
try {
  offerHelp(usage);
  loadEnvironment();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Problem("Which command?", usage);
  const takesOne = name === "new" || (name === "reset" && args[0] === "--yes");
  refuseSurplus(args, takesOne ? 1 : 0, usage);
  await withDatabase({ what: `npm run db:${name}`, alone: name === "reset" }, (url) => command(url, args));
} catch (error) {
  report(error);
  process.exitCode = 1;
}
