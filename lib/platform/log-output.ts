import pino from "pino";

const longestWaitMs = 100;

/**
 * Standard output, to which lines go several at a time: a system call each would cost more than the line. A line waits
 * a tenth of a second at most. Each write is small enough (PIPE_BUF) that the lines of processes that share a pipe
 * stay whole, and nothing is under way when the process ends: what waits is written then, also when it crashes.
 */
function openOutput() {
  const output = pino.destination({ sync: true, minLength: 2048, maxWrite: 4096 });
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

// Hot reload evaluates this module again, and the server and Next's bundle hold a copy each.
const shared = globalThis as { guestCheckoutLogOutput?: ReturnType<typeof openOutput> };
shared.guestCheckoutLogOutput ??= openOutput();

export const output: ReturnType<typeof openOutput> = shared.guestCheckoutLogOutput;
