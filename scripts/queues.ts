import { env } from "#lib/platform/env.ts";
import { shop } from "#lib/shop.ts";
import { prepareQueues } from "#lib/worker/queues.ts";

// Creates the queues (for migrations/prepare.ts), in a process of its own: only the application knows the event
// handlers, and it needs a complete configuration.
await prepareQueues(env.DATABASE_URL, shop.handlers);
