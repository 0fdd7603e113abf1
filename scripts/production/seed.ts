import { enterFolder } from "./enter-folder.ts";

// node seed.js: fills an empty database with the demo shop.
await enterFolder(import.meta.dirname);
const { seed } = await import("../../prisma/seed/index.ts");
await seed();
