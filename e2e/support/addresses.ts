import { globSync } from "node:fs";

const apis = /^\/(auth|store|commercetools|webhooks)\//;

/** The address of every page and route of the app, from its file: "/account/orders/[id]". The APIs have contracts. */
export const addresses: readonly string[] = [
  ...new Set(globSync("app/**/{page.tsx,route.ts}").map((file) => addressOf(file))),
]
  .filter((address) => !apis.test(address))
  .toSorted();

function addressOf(file: string): string {
  const folders = file.split("/").slice(1, -1);
  return `/${folders.filter((folder) => !/^[(@]/.test(folder)).join("/")}`;
}

/** The address with the same text for each of its parameters. */
export function pathAt(address: string, text: string): string {
  return address.replace(/\[[^\]]+\]/g, text);
}
