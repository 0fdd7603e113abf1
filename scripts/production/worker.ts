import { enterFolder } from "./enter-folder.ts";

// node worker.js: handles the events of the production folder's shop. Any number may run.
await enterFolder(import.meta.dirname);
await import("../worker.ts");
