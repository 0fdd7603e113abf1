import { runProgram } from "./run-program.ts";

// node seed.js: fills an empty database with the demo shop.
await runProgram(import.meta.dirname, async () => {
  const { seed } = await import("#prisma/seed/index.ts");
  console.log(await seed());
});
