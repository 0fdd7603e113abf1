import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import * as z from "zod";
import { root } from "../state/folder.ts";
import { bundlePrograms } from "./bundle.ts";
import { productionManifest } from "./production-manifest.ts";
import { replaceFolder } from "./replace-folder.ts";

const traced = join(root, ".next/standalone");
const serverFiles = z.object({ relativeAppDir: z.string() });

/** Assembles the shop in `folder`, ready to be copied elsewhere: Next's build, its dependencies, and our programs. */
export async function assemble(folder: string): Promise<void> {
  // Built next to it and then renamed, so that a folder of this name is complete.
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const copy = (from: string, to: string) => cpSync(from, join(partial, to), { recursive: true });
  // Not empty when the packages lie above the checkout, as in a monorepo.
  const { relativeAppDir } = serverFiles.parse(readJson(".next/required-server-files.json"));
  copy(join(traced, relativeAppDir, ".next"), ".next");
  copy(join(traced, "node_modules"), "node_modules");
  for (const name of [".next/static", "public", "prisma/migrations", ".env.example"])
    copy(join(root, name), name);
  linkPackages(join(partial, ".next/node_modules"), join(partial, "node_modules"));
  await bundlePrograms(partial);
  writeFileSync(join(partial, "package.json"), productionManifest(readJson("package.json")));
  replaceFolder(folder, partial);
}

/** Next refers to packages by links of its own. Copies of them point into the checkout; these point to `packages`. */
function linkPackages(links: string, packages: string): void {
  if (!existsSync(links)) return;
  for (const entry of readdirSync(links, { withFileTypes: true })) {
    const link = join(links, entry.name);
    if (entry.isDirectory()) {
      linkPackages(link, packages);
      continue;
    }
    const name = readlinkSync(link).split("node_modules/").at(-1) ?? "";
    rmSync(link);
    symlinkSync(relative(links, join(packages, name)), link);
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}
