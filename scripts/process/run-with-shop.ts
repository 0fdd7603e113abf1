import { generateClient } from "../build/client.ts";
import { readMigrations } from "../migrations/folder.ts";
import { withDatabase } from "../postgres/session.ts";
import { configuration } from "../state/configuration.ts";
import { loadEnvironment } from "../state/environment.ts";
import { offerHelp } from "./arguments.ts";
import { report } from "./problem.ts";

/** `program` is the command to show in hints. */
type Work = (program: string, args: string[]) => Promise<void>;

/**
 * Runs an operator's command `name` on the shop of this checkout, and ends the process. `load` imports the work, which
 * needs the application's modules.
 */
export async function runWithShop(
  name: string,
  usage: (program: string) => string,
  load: () => Promise<Work>,
): Promise<never> {
  const program = `${name} --`;
  try {
    offerHelp(usage(program));
    loadEnvironment();
    await withDatabase({ what: name }, async (url) => {
      // The application's modules read it at import.
      Object.assign(process.env, configuration(url));
      await generateClient();
      const { requireMigrated } = await import("../migrations/require-migrated.ts");
      await requireMigrated(url, readMigrations(), "npm run db:migrate");
      const work = await load();
      await work(program, process.argv.slice(2));
    });
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
  // Idle connections would keep the process for a while.
  process.exit();
}
