import { generateClient } from "./build/client.ts";
import { eraseUsage } from "./erase/usage.ts";
import { withDatabase } from "./postgres/session.ts";
import { offerHelp } from "./process/arguments.ts";
import { report } from "./process/problem.ts";
import { configuration } from "./state/configuration.ts";
import { loadEnvironment } from "./state/environment.ts";

// npm run erase -- <email address>: erases what people left as guests with this address: see erase/erase-address.ts.
const program = "npm run erase --";
try {
  offerHelp(eraseUsage(program));
  loadEnvironment();
  await withDatabase({ what: "npm run erase" }, async (url) => {
    // The application's modules read it at import.
    Object.assign(process.env, configuration(url));
    await generateClient();
    const { eraseAddress } = await import("./erase/erase-address.ts");
    await eraseAddress(program, process.argv.slice(2));
  });
} catch (error) {
  report(error);
  process.exitCode = 1;
}
// Idle connections would keep the process for a while.
process.exit();
