import { basename } from "node:path";
import { offerHelp, refuseSurplus } from "../process/arguments.ts";
import { messageOf, Problem, report } from "../process/problem.ts";
import { enterFolder } from "./enter-folder.ts";

/**
 * Runs a program of the production folder: checks its configuration before anything is loaded. A failure is printed as
 * briefly as possible, because Node would print the line of the bundle with it, and ends the process with 1. Only a
 * program with a `usage` takes arguments.
 */
export async function runProgram(
  folder: string,
  program: (args: string[]) => Promise<unknown>,
  usage?: string,
): Promise<void> {
  try {
    const [, file = "", ...args] = process.argv;
    const write = `Write: node ${basename(file)}`;
    offerHelp(usage ?? write, args);
    if (usage === undefined) refuseSurplus(args, 0, write);
    await enterFolder(folder);
    // Like everything large, loaded where its compiled code is kept.
    const { checkConfiguration } = await import("../state/configuration.ts");
    await checkConfiguration(process.env);
    await program(args).catch(explain);
  } catch (error) {
    report(error);
    process.exit(1);
  }
}

async function explain(error: unknown): Promise<never> {
  if (error instanceof Problem) throw error;
  const { isMissingTable } = await import("#lib/platform/database/db.ts");
  // The words of pg-boss, which keeps its tables to itself.
  const isNew = isMissingTable(error) || messageOf(error) === "pg-boss is not installed";
  if (isNew) throw new Problem("The database is not migrated.", "Run node migrate.js first.");
  // Says more than what a server that cannot be used did to the program.
  const { checkServer } = await import("../postgres/external.ts");
  await checkServer(process.env.DATABASE_URL ?? "");
  throw error;
}
