import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root } from "../state/folder.ts";
import { bundlePrograms } from "./bundle.ts";

const traced = join(root, ".next/standalone");
const manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });
const serverFiles = z.object({ relativeAppDir: z.string() });

/** Makes `folder` the whole shop, fit to be copied elsewhere: what Next built, what it runs on, and our programs. */
export async function assemble(folder: string): Promise<void> {
  // Made beside it and then renamed, so that a folder with this name is whole.
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const { relativeAppDir } = serverFiles.parse(readJson(".next/required-server-files.json"));
  // Next's links between its parts stay as they are: relative.
  cpSync(traced, partial, { recursive: true, verbatimSymlinks: true });
  rmSync(join(partial, relativeAppDir, "server.js"));
  for (const name of [".next/static", "public", "prisma/migrations"])
    cpSync(join(root, name), join(partial, relativeAppDir, name), { recursive: true });
  await bundlePrograms(join(partial, relativeAppDir));
  const { name, version, license } = manifest.parse(readJson("package.json"));
  const own = { name, version, license, private: true, type: "module", engines: { node: ">=20.19" } };
  writeFileSync(join(partial, relativeAppDir, "package.json"), `${JSON.stringify(own, null, 2)}\n`);
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}
