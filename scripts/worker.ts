import { shop } from "#lib/shop.ts";
import { startWorker } from "#lib/worker/worker.ts";
import { belongToLauncher } from "./process/belong.ts";

// The worker: handles the shop's events. Any number can run. npm start and node worker.js start it.
const running = startWorker(shop.handlers);
const launcher = belongToLauncher("worker", async () => (await running).stop());
await running;
launcher.ready();
