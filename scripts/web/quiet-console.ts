import { isAnswering } from "#lib/platform/http/client-address.ts";
import { log } from "#lib/platform/log/log.ts";

/** Standard output is the log, one JSON object a line. Next prints there how long it took, even in quiet mode. */
export function keepNextOutOfTheLog(): void {
  const print = console.log;
  console.log = (...parts) => {
    if (!String(parts[0]).includes("Running next.config")) print(...parts);
  };
}

/**
 * Redacts console output during requests, which comes from Next or libraries and may quote the caller's data: the log
 * keeps the kind of error and its location. Other output is unchanged.
 */
export function keepCallersOutOfTheConsole(): void {
  for (const level of ["error", "warn", "info"] as const) {
    const print = console[level];
    console[level] = (...parts: unknown[]) => {
      if (!isAnswering()) return print(...parts);
      const err = parts.find((part) => part instanceof Error);
      log[level]({ source: "next", ...(err && { err }) }, "printed while answering");
    };
  }
}
