import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const leftOut =
  /(^|\/)(node_modules|\.next|\.data|dist|dist\.partial|generated|test-results|playwright-report)$/;
const filesBelow = (pattern: string) => globSync(pattern, { exclude: (name) => leftOut.test(name) });

const names = new Set(filesBelow("**/*.{ts,tsx,md,css,sql}").map((file) => basename(file)));

/** Files of Next that the docs mention although the shop does not have them. */
const absent = new Set(["loading.tsx"]);

const folders = "(?:app|bench|deploy|docs|e2e|emails|lib|prisma|public|scripts|test)/";
const startsInFolder = new RegExp(`^${folders}`);

/** Whether a path exists; with a placeholder or a wildcard, its folder. */
function exists(path: string): boolean {
  const [fixed = ""] = path.split(/[<*]/);
  return existsSync(fixed === path ? path : dirname(`${fixed}x`));
}

/** The paths and file names in a page that do not exist. */
function missingIn(file: string): string[] {
  const text = readFileSync(file, "utf8").replace(/^```[\s\S]*?^```/gm, "");
  const spans = [...text.matchAll(/`([^`\s]+)`/g)].map(([, span = ""]) => span);
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)\s]*\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(file), target));
  return [
    ...spans.filter((span) => startsInFolder.test(span) && !exists(span)),
    ...spans.filter((span) => /^[\w.-]+\.(ts|tsx|md)$/.test(span) && !names.has(span) && !absent.has(span)),
    ...links.filter((target) => !exists(target)),
  ];
}

describe("every path exists that is named in", () => {
  const pages = filesBelow("**/*.md");

  test("the README and at least thirty other pages", () => {
    expect(pages).toContain("README.md");
    expect(pages.length).toBeGreaterThan(30);
  });

  test.each(pages)("%s", (file) => expect(missingIn(file)).toEqual([]));
});

test("every path exists that a comment names, except in migrations, which never change", () => {
  const comment = /^\s*(?:\/\/|\/\*|\*|#)(.*)|\s\/\/ (.*)/gm;
  const path = new RegExp(`(?<![\\w/.$@-])${folders}[\\w()[\\]./-]*\\w`, "g");
  const named = filesBelow("**/*.{ts,tsx,mjs,css,prisma,example}").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(comment)]
      .flatMap(([, line = "", behindCode = ""]) => [...(line + behindCode).matchAll(path)])
      .map(([name]) => ({ file, name })),
  );
  expect(named.length).toBeGreaterThan(20);
  const missing = named.filter(({ name }) => !existsSync(name) && !name.startsWith("prisma/generated"));
  expect(missing).toEqual([]);
});

test("docs/dependencies.md says what every package is for", () => {
  const page = readFileSync("docs/dependencies.md", "utf8");
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const names = Object.keys({ ...dependencies, ...devDependencies });
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
