import { generateClient } from "./build/client.ts";
import { paymentsUsage } from "./payments/usage.ts";
import { withDatabase } from "./postgres/session.ts";
import { offerHelp } from "./process/arguments.ts";
import { report } from "./process/problem.ts";
import { configuration } from "./state/configuration.ts";
import { loadEnvironment } from "./state/environment.ts";

// npm run payments: lists the payments that need attention. npm run payments -- show, refund, capture, release or
// cancel: see payments/operate.ts.
const program = "npm run payments --";
try {
  offerHelp(paymentsUsage(program));
  loadEnvironment();
  await withDatabase({ what: "npm run payments" }, async (url) => {
    // The application's modules read it at import.
    Object.assign(process.env, configuration(url));
    await generateClient();
    const { operatePayments } = await import("./payments/operate.ts");
    await operatePayments(program, process.argv.slice(2));
  });
} catch (error) {
  report(error);
  process.exitCode = 1;
}
// Idle connections would keep the process for a while.
process.exit();
