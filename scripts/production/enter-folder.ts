import module from "node:module";
import { join } from "node:path";
import { loadEnvironment } from "../state/environment.ts";

/**
 * What every program of the production folder does before it loads the application: works in that folder, reads its
 * `.env`, and fills in what a single machine needs no setting for.
 */
export async function enterFolder(folder: string): Promise<void> {
  process.chdir(folder);
  // From Node 22 on, and where the folder can be written: a further start takes the programs as they were compiled.
  module.enableCompileCache?.(join(folder, ".data/compiled"));
  loadEnvironment(folder);
  const { PORT = "3000" } = process.env;
  const defaults = {
    DATA_DIR: join(folder, ".data"),
    STOREFRONT_URL: `http://localhost:${PORT}`,
  };
  Object.assign(process.env, { ...defaults, ...process.env, NODE_ENV: "production" });
  if (process.env.BETTER_AUTH_SECRET && process.env.GUEST_LINK_SECRET) return;

  // Reads DATA_DIR when it is loaded.
  const { secrets } = await import("../state/secrets.ts");
  const { BETTER_AUTH_SECRET, GUEST_LINK_SECRET } = secrets();
  Object.assign(process.env, { BETTER_AUTH_SECRET, GUEST_LINK_SECRET });
  console.warn(
    `BETTER_AUTH_SECRET or GUEST_LINK_SECRET is not set; what ${process.env.DATA_DIR} keeps is used. Set both where the folder does not last, and where several machines serve one shop.`,
  );
}
