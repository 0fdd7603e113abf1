import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * What a test file, or a helper that it imports, does to its whole process: it configures the shop, replaces modules,
 * or stops the clock. Files that do none of this share a process, one after the other: importing the shop takes longer
 * than most of them. Helpers that exchange a part of the shop (test/support/inbox.ts, test/payment/offer.ts) give it
 * back.
 */
const changesItsProcess =
  /process\.env\.\w+ \??\??= |\b(delete|assign\()\s?process\.env|vi\.(hoisted|mock|doMock|stubEnv|stubGlobal|resetModules|useFakeTimers|setSystemTime)|createShop\(|spyOn\((fs|process)\b/;
const imported = /(?:from|import\(|import) ?"((?:#test|\.\.?)\/[^"]+\.tsx?)"/g;
const isForTests = /^test\/|\/testing\//;

/** The test files among `patterns` that share a process, and those that need their own, as patterns for Vitest. */
export function byProcess(patterns: string[], root: string): { shared: string[]; own: string[] } {
  const known = new Map<string, boolean>();
  const needsOwn = (file: string): boolean => {
    const answer = known.get(file);
    if (answer !== undefined) return answer;
    // Helpers may import one another.
    known.set(file, false);
    const text = readFileSync(join(root, file), "utf8");
    const needed = changesItsProcess.test(text) || helpersOf(file, text).some(needsOwn);
    known.set(file, needed);
    return needed;
  };
  const files = globSync(patterns, { cwd: root });
  const { shared = [], own = [] } = Object.groupBy(files, (file) => (needsOwn(file) ? "own" : "shared"));
  return { shared: shared.map(literal), own: own.map(literal) };
}

function helpersOf(file: string, text: string): string[] {
  return [...text.matchAll(imported)]
    .map(([, path = ""]) => (path.startsWith("#") ? path.slice(1) : join(dirname(file), path)))
    .filter((path) => isForTests.test(path));
}

/** Folders of pages have brackets in their names. */
function literal(path: string): string {
  return path.replace(/[()[\]{}!*?]/g, "\\$&");
}
