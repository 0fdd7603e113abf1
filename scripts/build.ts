import { buildApp, isBuilt } from "./build/app.ts";
import { generateClient } from "./build/client.ts";
import { readOptions } from "./process/options.ts";
import { report } from "./process/problem.ts";
import { loadEnvironment } from "./state/environment.ts";

// npm run build: the production build, unless it is up to date.
try {
  readOptions({}, "npm run build");
  loadEnvironment();
  await generateClient();
  if (isBuilt()) console.log("The build is up to date.");
  else await buildApp({ show: true });
} catch (error) {
  report(error);
  process.exitCode = 1;
}
