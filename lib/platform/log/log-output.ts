import pino from "pino";
import { processWide } from "../process-wide.ts";

const longestWaitMs = 100;

/** What is kept, in bytes, while nothing can be written. Further lines are lost. */
const mostKept = 1_000_000;

/**
 * Buffered standard output: a system call per line would cost more than the line. A line waits a tenth of a second at
 * most. Each write is at most PIPE_BUF bytes, so that lines of processes that share a pipe stay whole. When the process
 * ends or crashes, the rest is written synchronously. While the disk is full, or nobody reads any more, the shop goes on
 * without its log.
 */
function openOutput() {
  const output = pino.destination({ sync: true, minLength: 2048, maxWrite: 4096, maxLength: mostKept });
  // Without a listener, a line that cannot be written would end the process, or the request that logs it.
  output.on("error", () => undefined);
  let waiting: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(waiting);
    waiting = undefined;
    output.flush();
  };
  process.on("exit", flush);
  return {
    write(line: string): void {
      output.write(line);
      waiting ??= setTimeout(flush, longestWaitMs).unref();
    },
    flush,
  };
}

export const output: ReturnType<typeof openOutput> = processWide("log-output", openOutput);
