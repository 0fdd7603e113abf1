import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { offerHelp } from "./arguments.ts";
import { messageOf, Problem } from "./problem.ts";

/**
 * The options of a command, from its arguments, which may also ask for its usage.
 * @throws Problem with `usage` for an unknown option, a value that is missing, or another argument
 */
export function readOptions<const T extends ParseArgsOptionsConfig>(
  options: T,
  usage: string,
  args: string[] = process.argv.slice(2),
) {
  offerHelp(`Write: ${usage}`, args);
  try {
    return parseArgs({ options, args }).values;
  } catch (error) {
    // Node's advice after the first sentence is about arguments that none of our commands has.
    const [what] = messageOf(error).split(". ");
    throw new Problem(`${what}.`.replace(/\.\.$/, "."), `Write: ${usage}`);
  }
}
