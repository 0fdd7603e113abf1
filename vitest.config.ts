import { defineConfig } from "vitest/config";

if (Number.parseInt(process.versions.node, 10) < 22) {
  throw new Error(
    "This is not the Node that comes with the project. Start the tests with npx vitest, or npm test -- unit.",
  );
}

export default defineConfig({
  test: {
    include: ["app", "lib", "emails", "prisma", "scripts", "bench", "test", "e2e"].map(
      (folder) => `${folder}/**/*.test.{ts,tsx}`,
    ),
    environment: "node",
    // One process per file: modules such as lib/platform/db.ts and lib/platform/env.ts are bound to one database.
    pool: "forks",
    // One per core of the smallest supported machine.
    maxWorkers: 2,
    globalSetup: "./test/surroundings/global-setup.ts",
    setupFiles: "./test/surroundings/worker-setup.ts",
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // next-intl imports Next's entry points without extensions, which only the bundler resolves.
    server: { deps: { inline: ["next-intl", "use-intl"] } },
  },
});
