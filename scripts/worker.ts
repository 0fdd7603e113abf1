import { shop } from "#lib/shop.ts";
import { startWorker } from "#lib/worker/worker.ts";
import { belongToLauncher } from "./process/belong.ts";

// Handles the shop's events. Any number can run: node --import tsx scripts/worker.ts
const running = startWorker(shop.handlers);
const launcher = belongToLauncher("worker", async () => (await running).stop());
await running;
launcher.ready();
