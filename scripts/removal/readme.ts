import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../state/folder.ts";

/** The paths that lib/guest-checkout/README.md says to delete: the arguments of its `rm` lines. */
export function pathsToDelete(): string[] {
  const readme = readFileSync(join(root, "lib/guest-checkout/README.md"), "utf8");
  const block = readme.split("## Taking it out")[1]?.match(/```sh\n(.*?)```/s)?.[1] ?? "";
  const commands = block.split("\n").filter((line) => line.startsWith("rm "));
  const paths = commands.flatMap((command) =>
    [...command.matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ""),
  );
  return paths.filter((path) => path !== "rm" && path !== "-r");
}
