import { existsSync, readFileSync } from "node:fs";
import * as z from "zod";

const manifest = z.object({ node: z.record(z.string(), z.unknown()) });
const file = ".next/server/server-reference-manifest.json";

/** The ids of every server action of the local build; none without a build, when another shop is tested. */
export function builtActions(): string[] {
  return existsSync(file) ? Object.keys(manifest.parse(JSON.parse(readFileSync(file, "utf8"))).node) : [];
}
