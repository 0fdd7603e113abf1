import { eraseUsage } from "../erase/usage.ts";
import { runProgram } from "./run-program.ts";

// node erase.js <email address>: erases what people left as guests with this address: see erase/erase-address.ts.
const name = "node erase.js";
await runProgram(
  import.meta.dirname,
  async (args) => {
    const { eraseAddress } = await import("../erase/erase-address.ts");
    await eraseAddress(name, args);
  },
  eraseUsage(name),
);
// Idle connections would keep the process for a while.
process.exit();
