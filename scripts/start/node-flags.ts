// For glibc; others ignore it.
const allocator = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072" };

/**
 * How Node runs a program of the production folder: V8 would let a heap of 50 MB grow to 250 before it collects, and
 * the C library keeps an arena for each thread. Measured in docs/decisions/2026-11-29-memory.md; docs/deploy.md and the
 * files in deploy/ say the same.
 */
export const nodeFlags = {
  web: { flags: ["--max-semi-space-size=8", "--heap-growing-percent=50"], env: allocator },
  // Nobody waits for it, so it may collect more often.
  worker: {
    flags: ["--max-semi-space-size=4", "--max-old-space-size=256"],
    env: allocator,
  },
} as const;
