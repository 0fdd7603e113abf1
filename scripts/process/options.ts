import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { messageOf, Problem } from "./problem.ts";

/**
 * The options of a command, from its arguments.
 * @throws Problem with `usage` for an unknown option, a value that is missing, or another argument
 */
export function readOptions<const T extends ParseArgsOptionsConfig>(
  options: T,
  usage: string,
  args: string[] = process.argv.slice(2),
) {
  try {
    return parseArgs({ options, args }).values;
  } catch (error) {
    // Node's advice after the first sentence is about arguments that none of our commands has.
    const [what] = messageOf(error).split(". ");
    throw new Problem(`${what}.`.replace(/\.\.$/, "."), `Write: ${usage}`);
  }
}
