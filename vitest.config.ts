import { defineConfig } from "vitest/config";
import { byProcess } from "./test/surroundings/own-process.ts";

if (Number.parseInt(process.versions.node, 10) < 22) {
  throw new Error(
    "This is not the Node that comes with the project. Start the tests with npx vitest, or npm test -- unit.",
  );
}

const folders = ["app", "lib", "emails", "prisma", "scripts", "bench", "test", "e2e"];
const { shared, own } = byProcess(
  folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
  import.meta.dirname,
);

export default defineConfig({
  test: {
    // Either way each file has its own database.
    projects: [
      { extends: true, test: { name: "shared process", include: shared, isolate: false } },
      { extends: true, test: { name: "own process", include: own } },
    ],
    environment: "node",
    pool: "forks",
    // Two more than the smallest supported machine has cores: tests wait for the database half of the time.
    maxWorkers: 4,
    globalSetup: "./test/surroundings/global-setup.ts",
    setupFiles: "./test/surroundings/worker-setup.ts",
    // A test takes a second. These limits are for busy machines.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // next-intl imports Next's entry points without extensions, which only the bundler resolves.
    server: { deps: { inline: ["next-intl", "use-intl"] } },
  },
});
