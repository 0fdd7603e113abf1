import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { replaceFolder } from "./replace-folder.ts";

function place() {
  const here = mkdtempSync(join(tmpdir(), "replace-"));
  onTestFinished(() => rmSync(here, { recursive: true }));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(here, file)), { recursive: true });
    writeFileSync(join(here, file), text);
  };
  return { here, write, replace: () => replaceFolder(join(here, "dist"), join(here, "dist.partial")) };
}

test("a new build keeps the secrets and the configuration of the folder, and nothing else", () => {
  const { here, write, replace } = place();
  write("dist/.data/secrets.json", "secret");
  write("dist/.data/compiled/old", "old");
  write("dist/.env", "PORT=1");
  write("dist/.users/1.json", "{}");
  write("dist/web.js", "old");
  write("dist.partial/web.js", "new");
  replace();
  expect(readdirSync(join(here, "dist")).toSorted()).toEqual([".data", ".env", "web.js"]);
  expect(readdirSync(join(here, "dist/.data"))).toEqual(["secrets.json"]);
  expect(readFileSync(join(here, "dist/web.js"), "utf8")).toBe("new");
  expect(readdirSync(here)).toEqual(["dist"]);
});

test("secrets stay private, and survive a build that was killed before the new folder was in place", () => {
  const { here, write, replace } = place();
  write("dist.replaced/.data/secrets.json", "secret");
  chmodSync(join(here, "dist.replaced/.data/secrets.json"), 0o600);
  write("dist.partial/web.js", "new");
  replace();
  const kept = join(here, "dist/.data/secrets.json");
  expect([readFileSync(kept, "utf8"), statSync(kept).mode & 0o777]).toEqual(["secret", 0o600]);
  expect(readdirSync(here)).toEqual(["dist"]);
});

test("what is left of an older folder is not taken for the folder", () => {
  const { here, write, replace } = place();
  write("dist.replaced/.env", "PORT=1");
  write("dist/.env", "PORT=2");
  write("dist.partial/web.js", "new");
  replace();
  expect(readFileSync(join(here, "dist/.env"), "utf8")).toBe("PORT=2");
  expect(readdirSync(here)).toEqual(["dist"]);
});

test("the first build only takes its place", () => {
  const { here, write, replace } = place();
  write("dist.partial/web.js", "new");
  replace();
  expect(readdirSync(join(here, "dist"))).toEqual(["web.js"]);
});
