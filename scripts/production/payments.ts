import { paymentsUsage } from "../payments/usage.ts";
import { runProgram } from "./run-program.ts";

// node payments.js: lists the payments that need attention. node payments.js show, refund, capture, received, release or
// cancel: see payments/operate.ts.
const name = "node payments.js";
await runProgram(
  import.meta.dirname,
  async (args) => {
    const { operatePayments } = await import("../payments/operate.ts");
    await operatePayments(name, args);
  },
  paymentsUsage(name),
);
// Idle connections would keep the process for a while.
process.exit();
