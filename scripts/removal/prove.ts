import { join } from "node:path";
import { check, command, typeCheck } from "../suites/command.ts";
import { type Outcome, sum, within } from "../suites/outcome.ts";
import { vitestOutcome } from "../suites/vitest-report.ts";
import { copyCheckout, deleteCopies, deleteLine, deletePaths, enableSmokeTest, smokeTest } from "./copy.ts";
import { pathsToDelete } from "./readme.ts";

/**
 * The core's tests at each place where a module joins in. Its other tests prove nothing about a removal: they run the
 * same files with the same imports as in the checkout, where they run too.
 */
const coreTests = [
  // Routes and the contract.
  ...["app/openapi.json", "lib/dialects/store-api/contract", "lib/dialects/store-api/callers"],
  // A guest signs in or up: nobody moves the guest's data.
  ...["lib/accounts/auth/accounts", "lib/accounts/auth/session", "lib/dialects/auth/surface"],
  // Events and mails about an order, which a module may send to guests.
  ...[
    "lib/commerce/notifications/mails/placed-mail",
    "lib/commerce/order/lifecycle/expire-unpaid",
    ...["lib/worker/queues", "lib/worker/schedule", "lib/worker/worker"],
  ],
  // A purchase with an account, from the cart to its points.
  ...["lib/commerce/cart/merging/merge-", "lib/dialects/store-api/routes/sync"],
  ...["lib/dialects/store-api/routes/place-order-success", "lib/commerce/rewards/earn-points"],
  // Erasure and housekeeping, of guests too.
  ...["lib/commerce/privacy/delete-account", "lib/worker/housekeeping"],
];

/**
 * Removes the guest-checkout module as a person would: only its line from one copy of the checkout, and its folders too
 * from another. Counts the passing tests and checks. Failed copies are kept in .data/removal for inspection.
 */
export async function proveRemoval(): Promise<Outcome> {
  deleteCopies();
  const outcomes = await Promise.all([
    switchOff(copyCheckout("switched-off")),
    takeOut(copyCheckout("taken-out")),
  ]);
  const total = outcomes.reduce(sum);
  if (total.failures.length === 0) deleteCopies();
  return total;
}

async function switchOff(copy: string): Promise<Outcome> {
  deleteLine(copy);
  return vitest(copy, "Switched off", [enableSmokeTest(copy)]);
}

async function takeOut(copy: string): Promise<Outcome> {
  const tool = (title: string, name: string, ...args: string[]) =>
    step(title, () => check(title, name, args, { env: { CI: "true" }, cwd: copy, shown: "at-the-end" }));
  deleteLine(copy);
  deletePaths(copy, [...pathsToDelete(), smokeTest]);
  const first = [
    // Fails on what it cannot tidy. No rule in biome.json reads other files, so the rest is linted as in the checkout.
    await tool("Tidied", "biome", "check", "--write", "--unsafe", "lib/shop.ts"),
    await tool("Route types", "next", "typegen"),
    await tool("Types", "tsc", ...typeCheck),
  ];
  // Much of a build runs on one core.
  const rest = await Promise.all([
    tool("Build", "node", "scripts/build.ts"),
    tool("Import rules", "node", "scripts/import-rules.ts"),
    vitest(copy, "The core's tests", coreTests),
  ]);
  return [...first, ...rest].reduce(sum);
}

/** Runs the tests whose paths begin like this. */
function vitest(copy: string, title: string, paths: string[]): Promise<Outcome> {
  return step(title, async () => {
    const report = join(copy, ".vitest.json");
    // One process: each further one imports the whole shop for a few tests.
    const args = ["run", "--maxWorkers=1", "--reporter=agent", "--reporter=json"];
    const files = [`--outputFile.json=${report}`, ...paths];
    const ended = await command("vitest", [...args, ...files], { cwd: copy, shown: "at-the-end" });
    return within(title, vitestOutcome(report, ended, copy));
  });
}

async function step(title: string, run: () => Promise<Outcome>): Promise<Outcome> {
  const startedAt = performance.now();
  const outcome = await run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`-- ${title}: ${outcome.failures.length > 0 ? "failed" : "holds"} after ${seconds} s`);
  return outcome;
}
