import { Problem } from "./problem.ts";

/** Whether an argument asks how the command is used. */
export function asksForHelp(word: string | undefined): boolean {
  return ["help", "--help", "-h"].includes(word ?? "");
}

/**
 * Nothing is done for arguments that are not read: they may be what limits the command to an amount, or asks for help.
 * @throws Problem with `usage` for more than `most` arguments
 */
export function refuseSurplus(args: readonly string[], most: number, usage: string): void {
  if (args.length > most) throw new Problem(`What is "${args[most]}" for?`, usage);
}
