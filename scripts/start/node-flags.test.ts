import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nodeFlags } from "./node-flags.ts";

const read = (file: string) => readFileSync(file, "utf8");
/** A command of a container as the shell would have it: `["node", "web.js"]` is `node web.js`. */
const commandsIn = (file: string) =>
  [...read(file).matchAll(/(?:CMD|command:) (\[.*\])/g)].map(([, list = ""]) => JSON.parse(list).join(" "));

const web = ["node", ...nodeFlags.web.flags, "web.js"].join(" ");
const worker = ["node", ...nodeFlags.worker.flags, "worker.js"].join(" ");

test("containers run the programs as npm start does, and docs/deploy.md says how", () => {
  const [inImage, inCompose] = [commandsIn("deploy/Dockerfile"), commandsIn("deploy/compose.yaml")];
  expect(inImage).toEqual([web]);
  expect(inCompose).toEqual(["node migrate.js", worker]);
  const page = read("docs/deploy.md");
  for (const command of [web, worker]) expect(page).toContain(command);
  for (const [name, value] of Object.entries(nodeFlags.web.env)) {
    expect(read("deploy/Dockerfile")).toContain(`${name}=${value}`);
  }
  for (const program of ["migrate", "web", "worker"])
    expect(existsSync(`scripts/production/${program}.ts`)).toBe(true);
});

test("containers are asked at an address that the shop has", () => {
  const [, path = ""] = /127\.0\.0\.1:3000(\/\w+)"/.exec(read("deploy/compose.yaml")) ?? [];
  expect(existsSync(`app${path}/route.ts`), path).toBe(true);
});
