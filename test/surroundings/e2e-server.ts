import { rmSync } from "node:fs";
import { placeFor } from "#scripts/postgres/place.ts";
import { stopLeftover } from "#scripts/postgres/postmaster.ts";
import { report } from "#scripts/process/problem.ts";
import { dataFolder, dataPath } from "#scripts/state/folder.ts";
import { lockHolder } from "#scripts/state/lock.ts";
import { remember } from "#scripts/state/memory.ts";

// The shop for the browser tests: `npm start` on a data folder of its own (DATA_DIR), which is empty except for the
// mailbox's port (MAILBOX_PORT), so that the mailbox uses it again.
try {
  // If the lock is held, the start below reports its holder.
  if (!lockHolder()) {
    const { dataDir } = placeFor(dataPath("postgres"));
    await stopLeftover(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(dataFolder(), { recursive: true, force: true });
    remember("ports.json", { mailbox: Number(process.env.MAILBOX_PORT) });
  }
  await import("#scripts/start.ts");
} catch (error) {
  report(error);
  process.exitCode = 1;
}
