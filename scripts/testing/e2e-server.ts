import { rmSync } from "node:fs";
import { placeFor } from "../postgres/place.ts";
import { stopLeftover } from "../postgres/postmaster.ts";
import { report } from "../process/problem.ts";
import { dataFolder, dataPath } from "../state/folder.ts";
import { lockHolder } from "../state/lock.ts";

// The shop for the browser tests: `npm start` on a data folder of its own (DATA_DIR), which starts out empty.
try {
  // With a holder, the start below says who it is.
  if (!lockHolder()) {
    const { dataDir } = placeFor(dataPath("postgres"));
    await stopLeftover(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(dataFolder, { recursive: true, force: true });
  }
  await import("../start.ts");
} catch (error) {
  report(error);
  process.exitCode = 1;
}
