import { isAnswering } from "#lib/platform/http/client-address.ts";
import { log } from "#lib/platform/log.ts";

/**
 * What is printed while a request is answered comes from Next or a library, and quotes what a caller sent. Of it the
 * log keeps what kind of error it was and where. What is printed at other times stays as it is.
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
