import { cruise, type IForbiddenRuleType } from "dependency-cruiser";

type Side = { path?: string; pathNot?: string; circular?: boolean };

const rule = (name: string, comment: string, from: Side, to: Side): IForbiddenRuleType => ({
  name,
  comment,
  severity: "error",
  from,
  to,
});
const core = "^lib/(api-access|catalog|cart|order|customer|discount|rewards|payment|shipping|privacy)/";
const notTests = "\\.test\\.tsx?$";

/** Who may import what. A broken rule is an error, not a habit. */
const forbidden = [
  rule(
    "no-cycles",
    "A cycle means that a boundary runs through the wrong place.",
    { path: "^(app|lib|emails)/" },
    { circular: true },
  ),
  rule(
    "app-knows-no-database",
    "app/ routes and lays out; it asks a domain's index, never Prisma.",
    { path: "^app/", pathNot: notTests },
    { path: "^(lib/db\\.ts|prisma/|node_modules/(@prisma|pg|pg-boss)/)" },
  ),
  rule(
    "app-enters-by-the-index",
    "A domain's insides are its own.",
    { path: "^app/", pathNot: notTests },
    {
      path: "^lib/(api-access|catalog|cart|order|customer|discount|rewards|payment|shipping|privacy|guest-checkout|store-api|commercetools)/",
      pathNot: "/(index|contract)\\.ts$",
    },
  ),
  rule(
    "core-knows-no-edge",
    "Core domains know neither HTTP nor a dialect, a module or the framework.",
    { path: core, pathNot: notTests },
    {
      path: "^(lib/(http|store-api|commercetools|guest-checkout|mail|modules\\.ts)|emails/|node_modules/(next|react)/)",
    },
  ),
  rule(
    "limits-know-no-domain",
    "Limits count what every domain does, so they stand below all of them.",
    { path: "^lib/limits/", pathNot: notTests },
    { path: core },
  ),
  rule(
    "only-the-registration-knows-the-module",
    "In lib, lib/modules.ts alone names the guest-checkout module, so that deleting it is one line.",
    { path: "^lib/", pathNot: `^lib/(guest-checkout/|modules\\.ts)|${notTests}` },
    { path: "^lib/guest-checkout/" },
  ),
  rule(
    "module-reach",
    "The module builds on core domains, events, mail and its template; its contract on the store API's schemas.",
    { path: "^lib/guest-checkout/", pathNot: notTests },
    { path: "^(app/|lib/commercetools/|node_modules/next/)" },
  ),
  rule(
    "dialects-know-no-database",
    "A dialect translates; it neither queries nor knows the framework or the other dialect.",
    { path: "^lib/(store-api|commercetools)/", pathNot: notTests },
    { path: "^(lib/db\\.ts|prisma/|node_modules/(@prisma|pg|pg-boss|next)/)" },
  ),
  rule(
    "store-api-alone",
    "The dialects do not know each other.",
    { path: "^lib/store-api/" },
    { path: "^lib/commercetools/" },
  ),
  rule(
    "commercetools-alone",
    "The dialects do not know each other.",
    { path: "^lib/commercetools/" },
    { path: "^lib/store-api/" },
  ),
  rule(
    "emails-are-templates",
    "Props in, no data access.",
    { path: "^emails/" },
    { path: "^(lib|app|prisma)/" },
  ),
  rule(
    "http-knows-no-framework",
    "lib/http knows Request and Response alone.",
    { path: "^lib/http/", pathNot: notTests },
    { path: "^(app/|prisma/|node_modules/next/)" },
  ),
];

const { output } = await cruise(["app", "lib", "emails"], {
  validate: true,
  ruleSet: { forbidden },
  doNotFollow: { path: "node_modules" },
  exclude: { path: "prisma/generated" },
  tsPreCompilationDeps: true,
  // The tool cannot use this TypeScript; SWC reads our files for it.
  parser: "swc",
  enhancedResolveOptions: {
    exportsFields: ["exports"],
    conditionNames: ["import", "node", "default"],
    extensions: [".ts", ".tsx", ".mjs", ".js"],
  },
});
if (typeof output === "string") throw new Error(output);

const { violations, totalCruised } = output.summary;
for (const { rule: broken, from, to } of violations) {
  console.error(`${broken.name}: ${from} imports ${to}`);
  console.error(`  ${forbidden.find(({ name }) => name === broken.name)?.comment}`);
}
console.log(`${violations.length} broken import rules in ${totalCruised} files`);
process.exitCode = violations.length > 0 ? 1 : 0;
