import { enterFolder, keepCompiled } from "./enter-folder.ts";

// node worker.js: the worker of the production folder. Any number can run.
await enterFolder(import.meta.dirname);
await import("../worker.ts");
keepCompiled();
