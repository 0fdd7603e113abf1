import { processWide } from "./process-wide.ts";

/** Whether this process is shutting down: the web server sets it, /readyz reports it. */
export const shutdown = processWide("shutdown", () => ({ hasBegun: false }));
