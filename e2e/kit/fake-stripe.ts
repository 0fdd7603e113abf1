import { expect, type Page } from "@playwright/test";

/** What can go wrong between the shop and Stripe. Late and slow are three seconds. */
const faults = {
  "events lost": ["events", { lost: ["*"] }],
  "events twice": ["events", { copies: 2 }],
  "events late": ["events", { delayMs: 3_000 }],
  "answer slow": ["fault", { call: "sessions.retrieve", kind: "slow", ms: 3_000 }],
  "answer cut off": ["fault", { call: "sessions.retrieve", kind: "cut-after" }],
} as const;
export type StripeFault = keyof typeof faults;
export const stripeFaults = Object.keys(faults) as StripeFault[];

/** Controls the fake whose page is open: test/fakes/stripe/README.md lists the calls. */
export async function atFakeStripe(page: Page, wish: string, input: object = {}): Promise<void> {
  const { origin, pathname } = new URL(page.url());
  const session = pathname.split("/")[3];
  const answer = await page.request.post(`${origin}/control/${wish}`, { data: { session, ...input } });
  expect(answer.ok()).toBe(true);
}

/** Causes a fault in the payment whose page is open. */
export async function causeFault(page: Page, fault: StripeFault): Promise<void> {
  const [wish, input] = faults[fault];
  await atFakeStripe(page, wish, input);
}
