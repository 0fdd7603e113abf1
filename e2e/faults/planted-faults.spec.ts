import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import * as z from "zod";
import { expect, test } from "../kit/test.ts";
import { none, planted } from "./faults.ts";
import { type Front, openFront } from "./front.ts";

const outcome = z.object({
  projectName: z.string(),
  status: z.string(),
  results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
});
const spec = z.object({ tests: z.array(outcome) });
const suite = z.object({
  specs: z.array(spec),
  get suites() {
    return z.array(suite).optional();
  },
});
const report = z.object({
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

test("the core flows find every injected fault, and pass without one", { tag: "@desktop" }, async ({
  shop,
  inboxUrl,
}) => {
  test.skip(!/^(maildev\+)?http/.test(inboxUrl), "A mail is lost as maildev would answer.");
  test.setTimeout(240_000);
  const fronts: Front[] = [];
  const open = async (target: string, fault: Parameters<typeof openFront>[1]) => {
    const front = await openFront(target, fault);
    fronts.push(front);
    return front.url;
  };
  const mailbox = inboxUrl.replace(/^maildev\+/, "");
  const cases = Object.entries({ ...planted, nothing: none });
  const addresses = cases.map(async ([name, { shop: before, mailbox: behind, flow }]) => [
    name,
    {
      flow,
      baseURL: before ? await open(shop, before) : shop,
      inboxUrl: behind ? await open(mailbox, behind) : inboxUrl,
    },
  ]);
  try {
    const complaints = await runCore(Object.fromEntries(await Promise.all(addresses)), { shop, inboxUrl });
    for (const [name, { complaint }] of cases) {
      const complained = complaints.get(name) ?? [];
      if (name === "nothing") expect(complained, "without a fault").toEqual([]);
      else expect(complained.join("\n"), name).toMatch(complaint);
    }
  } finally {
    for (const front of fronts) front.close();
  }
});

/** The failures of the core flows, by the name of the injected fault. */
async function runCore(
  fronts: Record<string, { baseURL: string; inboxUrl: string; flow: string }>,
  own: { shop: string; inboxUrl: string },
): Promise<Map<string, string[]>> {
  const { E2E_PORT: _, E2E_REPORT: __, ...env } = process.env;
  const child = spawn("playwright", ["test", "--config", "e2e/faults/playwright.config.ts"], {
    env: {
      ...env,
      FORCE_COLOR: "0",
      E2E_BASE_URL: own.shop,
      INBOX: own.inboxUrl,
      FAULTY_FRONTS: JSON.stringify(fronts),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { suites, errors } = report.parse(JSON.parse(await text(child.stdout)));
  expect(errors).toEqual([]);
  const found = new Map<string, string[]>();
  for (const { projectName, results } of suites.flatMap(outcomesOf)) {
    const messages = results.flatMap((result) => result.errors.map(({ message = "" }) => message));
    found.set(projectName, [...(found.get(projectName) ?? []), ...messages]);
  }
  expect([...found.keys()].toSorted(), "every fault was looked for").toEqual(Object.keys(fronts).toSorted());
  return found;
}

function outcomesOf({ specs, suites = [] }: z.infer<typeof suite>): z.infer<typeof outcome>[] {
  return [...specs.flatMap(({ tests }) => tests), ...suites.flatMap(outcomesOf)];
}
