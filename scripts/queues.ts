import { env } from "#lib/platform/env.ts";
import { shop } from "#lib/shop.ts";
import { prepareQueues } from "#lib/worker/queues.ts";

// A part of preparing a database (migrations/prepare.ts), in a process of its own: who listens to events is known to the
// application alone, which needs its whole configuration.
await prepareQueues(env.DATABASE_URL, shop.handlers);
