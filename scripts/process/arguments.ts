import { Problem } from "./problem.ts";

const help = new Set(["help", "--help", "-h"]);

/** Prints `usage` and ends the program if its arguments ask for that. Comes first: nothing is started for it. */
export function offerHelp(usage: string, args: readonly string[] = process.argv.slice(2)): void {
  if (!args.some((arg) => help.has(arg))) return;
  console.log(usage);
  process.exit(0);
}

/**
 * Nothing is done for arguments that are not read: they may be what limits the command to an amount.
 * @throws Problem with `usage` for more than `most` arguments
 */
export function refuseSurplus(args: readonly string[], most: number, usage: string): void {
  if (args.length > most) throw new Problem(`What is "${args[most]}" for?`, usage);
}
