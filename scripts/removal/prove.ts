import { join } from "node:path";
import { check, command } from "../suites/command.ts";
import { nothing, type Outcome, sum, within } from "../suites/outcome.ts";
import { vitestOutcome } from "../suites/vitest-report.ts";
import { copyCheckout, deleteLine, deletePaths, enableSmokeTest } from "./copy.ts";
import { pathsToDelete } from "./readme.ts";

/**
 * The core's tests at each place where a module joins in. Its other tests prove nothing about a removal: what they run is
 * the same files, with the same imports, as in the checkout, where they run too.
 */
const coreTests = [
  // Routes and the contract.
  ...["app/openapi.json", "lib/dialects/store-api/contract", "lib/dialects/store-api/callers"],
  // A guest signs in or up: nobody moves the guest's data.
  ...["lib/accounts/auth/accounts", "lib/accounts/auth/session", "lib/dialects/auth/surface"],
  // Events and mails about an order, which a module may send to guests.
  ...["lib/commerce/notifications/placed-mail", "lib/commerce/order/expire-unpaid", "lib/worker/worker"],
  // A purchase with an account, from the cart to its points.
  ...["lib/commerce/cart/merge-carts", "lib/dialects/store-api/routes/sync"],
  ...["lib/dialects/store-api/routes/place-order-success", "lib/commerce/rewards/earn-points"],
  // Erasure and housekeeping, of guests too.
  ...["lib/commerce/privacy/delete-account", "lib/worker/housekeeping"],
];

/**
 * Removes the guest-checkout module from a copy of the checkout as a person would, first its line and then its folders,
 * and counts the passing tests and checks. A failed copy is kept in .data/removal for inspection.
 */
export async function proveRemoval(): Promise<Outcome> {
  const copy = copyCheckout();
  let total = nothing;

  async function step(title: string, run: () => Promise<Outcome>): Promise<void> {
    const startedAt = performance.now();
    const outcome = await run();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`-- ${title}: ${outcome.failures.length > 0 ? "failed" : "holds"} after ${seconds} s`);
    total = sum(total, outcome);
  }
  const tool = (title: string, name: string, args: string[]) =>
    step(title, () => check(title, name, args, { cwd: copy, shown: "at-the-end" }));
  const vitest = (title: string, paths: string[]) =>
    step(title, async () => {
      const report = join(copy, "vitest.json");
      const args = ["run", "--reporter=agent", "--reporter=json", `--outputFile.json=${report}`, ...paths];
      const ended = await command("vitest", args, { cwd: copy, shown: "at-the-end" });
      return within(title, vitestOutcome(report, ended, copy));
    });

  deleteLine(copy);
  await vitest("Switched off", [enableSmokeTest(copy)]);

  deletePaths(copy, pathsToDelete());
  deletePaths(copy, ["scripts/removal/switched-off.test.ts", "vitest.json"]);
  await tool("Tidied", "biome", ["check", "--write", "--unsafe", "lib/shop.ts"]);
  await tool("Route types", "next", ["typegen"]);
  await tool("Types", "tsc", ["--noEmit"]);
  // Much of a build runs on one core.
  await Promise.all([
    tool("Build", "node", ["scripts/build.ts"]),
    tool("Lint", "biome", ["check", "."])
      .then(() => tool("Import rules", "node", ["scripts/import-rules.ts"]))
      .then(() => vitest("The core's tests", coreTests)),
  ]);
  if (total.failures.length === 0) deletePaths(copy, ["."]);
  return total;
}
