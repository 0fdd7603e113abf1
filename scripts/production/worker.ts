import { keepCompiled } from "./enter-folder.ts";
import { runProgram } from "./run-program.ts";

// node worker.js: the worker of the production folder. Any number can run.
await runProgram(import.meta.dirname, async () => {
  await import("../worker.ts");
  keepCompiled();
});
