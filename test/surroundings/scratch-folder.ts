import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const memory = "/dev/shm";
/** Ten times what a run needs. */
const enough = 2 * 1024 ** 3;

/**
 * The folder for databases that do not outlive the tests: in memory if Linux has plenty of it, where copying a database
 * takes a tenth of the time; otherwise the temporary folder.
 */
export function scratchFolder(): string {
  if (process.platform !== "linux" || process.availableMemory() < enough) return tmpdir();
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize < enough ? tmpdir() : memory;
  } catch {
    return tmpdir();
  }
}
