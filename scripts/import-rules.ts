import { cruise, type IForbiddenRuleType } from "dependency-cruiser";

type Side = { path?: string; pathNot?: string; circular?: boolean };

const rule = (name: string, comment: string, from: Side, to: Side): IForbiddenRuleType => ({
  name,
  comment,
  severity: "error",
  from,
  to,
});

/**
 * The folders of lib/ and above, from top to bottom. Imports go down this list, never up. Folders on one line may
 * import each other unless a rule below forbids it.
 */
const floors: string[][] = [
  ["app", "proxy.ts", "instrumentation.ts"],
  ["lib/shop.ts", "lib/create-shop.ts", "lib/apis.ts"],
  ["lib/module.ts", "lib/guest-checkout", "lib/dialects", "lib/storefront", "lib/worker"],
  ["lib/commerce", "lib/accounts"],
  ["lib/events", "lib/mail"],
  ["lib/platform"],
];
const tests = "\\.(test|smoke)\\.tsx?$|/testing/";
const pathOf = (rooms: string[]) => `^(${rooms.map((room) => room.replace(".", "\\.")).join("|")})(/|$)`;

const downwards = floors
  .slice(1)
  .map((floor, index) =>
    rule(
      `down-from-${floor.join("-and-").replaceAll("lib/", "")}`,
      "Imports go down the list of folders: app → shop → guest-checkout, dialects, storefront, worker → commerce, accounts → events, mail → platform.",
      { path: pathOf(floor), pathNot: tests },
      { path: `${pathOf(floors.slice(0, index + 1).flat())}|^(scripts|prisma/seed|test)/` },
    ),
  );

/** The import rules. */
const forbidden = [
  rule(
    "no-cycles",
    "A cycle means that a boundary is in the wrong place.",
    { path: "^(app|lib|emails)/" },
    { circular: true },
  ),
  ...downwards,
  rule(
    "app-knows-no-database",
    "app/ only has routes and layout; it imports a folder's index, never Prisma.",
    { path: "^app/", pathNot: tests },
    { path: "^(lib/platform/database/db\\.ts|prisma/|node_modules/(@prisma|pg|pg-boss)/)" },
  ),
  rule(
    "app-enters-by-the-index",
    "Import a folder's index, not its other files.",
    { path: "^app/", pathNot: tests },
    {
      path: "^lib/(commerce/[^/]+|accounts/api-access|guest-checkout|dialects/[^/]+)/",
      pathNot: "/(index|contract)\\.ts$",
    },
  ),
  rule(
    "links-fetch-nothing-ahead",
    "Pages link by app/_components/link.tsx.",
    { path: "^app/", pathNot: "^app/_components/link(-progress)?\\.tsx$" },
    { path: "^node_modules/next/link\\.(js|d\\.ts)$" },
  ),
  rule(
    "domain-knows-no-edge",
    "Commerce knows neither HTTP nor a framework.",
    { path: "^lib/commerce/", pathNot: tests },
    { path: "^(lib/platform/http/|node_modules/next/)" },
  ),
  rule(
    "only-the-registration-knows-the-module",
    "In lib/, only lib/shop.ts names the guest-checkout module, so that removing it is one line. Tests, too, stay without it.",
    { path: "^lib/", pathNot: "^lib/(guest-checkout/|shop\\.ts)" },
    { path: "^lib/guest-checkout/" },
  ),
  rule(
    "module-reach",
    "The module uses commerce, events, mail and its template; its contract uses the store API's schemas.",
    { path: "^lib/guest-checkout/", pathNot: tests },
    { path: "^(lib/(dialects/commercetools|storefront|worker)/|node_modules/next/)" },
  ),
  rule(
    "module-has-one-door-to-the-core",
    "A shop that takes the module replaces lib/guest-checkout/core.ts, and routes.ts for its own API: no other file of the module imports from the shop.",
    { path: "^lib/guest-checkout/", pathNot: `${tests}|^lib/guest-checkout/core\\.ts$` },
    { path: "^lib/(accounts|commerce|events|mail)/" },
  ),
  rule(
    "module-has-one-door-to-the-store-api",
    "Only its routes know the store API.",
    { path: "^lib/guest-checkout/", pathNot: `${tests}|^lib/guest-checkout/routes\\.ts$` },
    { path: "^lib/dialects/" },
  ),
  rule(
    "dialects-know-no-database",
    "A dialect translates; it neither queries nor knows the framework.",
    { path: "^lib/dialects/", pathNot: tests },
    { path: "^(lib/platform/database/db\\.ts|prisma/|node_modules/(@prisma|pg|pg-boss|next)/)" },
  ),
  rule(
    "store-api-alone",
    "Dialects do not import each other.",
    { path: "^lib/dialects/store-api/", pathNot: tests },
    { path: "^lib/dialects/commercetools/" },
  ),
  rule(
    "commercetools-alone",
    "Dialects do not import each other.",
    { path: "^lib/dialects/commercetools/", pathNot: tests },
    { path: "^lib/dialects/store-api/" },
  ),
  rule(
    "emails-are-templates",
    "Props in, no data access.",
    { path: "^emails/" },
    { path: "^(lib|app|prisma)/" },
  ),
  rule(
    "browser-tests-can-be-lifted",
    "Other shops take e2e/ without this repository; only what tests its build imports from it (docs/testing.md).",
    { path: "^e2e/", pathNot: "^e2e/support/elsewhere\\.ts$" },
    { path: "^(app|lib|emails|prisma|scripts|test)/" },
  ),
  rule(
    "http-knows-no-framework",
    "The HTTP pipeline knows only Request and Response.",
    { path: "^lib/platform/http/", pathNot: tests },
    { path: "^node_modules/next/" },
  ),
];
const { output } = await cruise(["app", "lib", "emails", "e2e"], {
  validate: true,
  ruleSet: { forbidden },
  doNotFollow: { path: "node_modules" },
  exclude: { path: "prisma/generated" },
  tsPreCompilationDeps: true,
  // The tool does not support this TypeScript version, so SWC parses the files.
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
