import { report } from "../process/problem.ts";
import { enterFolder } from "./enter-folder.ts";

// node payments.js: lists the payments that need somebody. node payments.js show, refund, capture, release or cancel: see
// payments/operate.ts.
try {
  await enterFolder(import.meta.dirname);
  const { operatePayments } = await import("../payments/operate.ts");
  await operatePayments("node payments.js", process.argv.slice(2));
} catch (error) {
  report(error);
  process.exitCode = 1;
}
// Idle connections would keep the process for a while.
process.exit();
