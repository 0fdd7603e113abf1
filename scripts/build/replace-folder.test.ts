import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
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
  expect(existsSync(join(here, "dist.partial"))).toBe(false);
});

test("the first build only takes its place", () => {
  const { here, write, replace } = place();
  write("dist.partial/web.js", "new");
  replace();
  expect(readdirSync(join(here, "dist"))).toEqual(["web.js"]);
});
