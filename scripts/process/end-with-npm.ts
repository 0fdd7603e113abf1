const everyMs = 200;

/**
 * Calls `end` once the shell is gone in which npm started this process. npm passes a SIGTERM on to that shell only, as
 * `docker stop` and process managers send it, and the shell ends without a word.
 */
export function endWithNpm(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    end();
  }, everyMs);
  timer.unref();
}
