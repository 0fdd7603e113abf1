import { type BrowserContextOptions, test as base } from "@playwright/test";
import { signUpByApi } from "../steps/by-api.ts";
import { cleanUpAfter } from "../steps/clean-up.ts";
import type { Words } from "../words/en.ts";
import { en } from "../words/en.ts";
import { type Accessibility, accessibilityOf } from "./a11y.ts";
import { type Clock, clockOf } from "./clock.ts";
import { type Inbox, inboxOf } from "./inbox/inbox.ts";
import { openMailbox } from "./inbox/open.ts";
import { type Network, networkOf } from "./network.ts";
import { type Operator, operatorOf } from "./operator.ts";
import { demoCard, type Payments } from "./payments.ts";
import { type Person, personAt } from "./person.ts";

/** The shop under test: see settings.ts. */
export type Options = {
  /** The address of its mailbox. */
  inboxUrl: string;
  /** How long a test waits for a mail. */
  mailPatienceMs: number;
  /** The operator's API client. */
  operatorClient: string;
  /** Whether the shop outlives the tests, so that they have to clean up after themselves. */
  isLasting: boolean;
  /** The language of the pages. */
  words: Words;
};

type NewPerson = (options?: { email?: string; context?: BrowserContextOptions }) => Promise<Person>;

type Fixtures = {
  /** The address of the shop under test. */
  shop: string;
  /** Somebody without an account, in the test's own browser: `guest.page` is `page`. */
  guest: Person;
  /** Somebody with a new account, signed in, in the test's own browser. */
  customer: Person;
  /** Somebody else, or the same person on another device: each call opens another browser. */
  newPerson: NewPerson;
  operator: Operator;
  inbox: Inbox;
  payments: Payments;
  clock: Clock;
  network: Network;
  a11y: Accessibility;
};

/** Playwright's test with fixtures for a checkout. */
export const test = base.extend<Options & Fixtures>({
  inboxUrl: ["", { option: true }],
  mailPatienceMs: [20_000, { option: true }],
  operatorClient: ["", { option: true }],
  isLasting: [false, { option: true }],
  words: [en, { option: true }],

  shop: async ({ baseURL }, use) => {
    if (!baseURL) throw new Error("baseURL is not set: the address of the shop is unknown");
    await use(baseURL);
  },
  guest: async ({ page, shop, words, payments, isLasting }, use) => {
    const guest = personAt(page, { shop, words, payments });
    await use(guest);
    if (isLasting) await cleanUpAfter(guest);
  },
  customer: async ({ guest }, use) => {
    await signUpByApi(guest);
    await use(guest);
  },
  newPerson: async ({ browser, shop, words, payments, isLasting }, use) => {
    const people: Person[] = [];
    await use(async ({ email, context } = {}) => {
      const page = await (await browser.newContext(context)).newPage();
      const person = personAt(page, { shop, words, payments, ...(email && { email }) });
      people.push(person);
      return person;
    });
    for (const person of people) {
      if (isLasting) await cleanUpAfter(person);
      await person.page.context().close();
    }
  },
  operator: async ({ request, shop, operatorClient }, use) => {
    await use(operatorOf(request, shop, operatorClient));
  },
  inbox: async ({ inboxUrl, mailPatienceMs }, use) => {
    await use(inboxOf(openMailbox(inboxUrl), mailPatienceMs));
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed.
  payments: async ({}, use) => {
    await use(demoCard);
  },
  clock: async ({ page }, use) => {
    await use(clockOf(page));
  },
  network: async ({ page, context }, use) => {
    await use(networkOf(page, context));
  },
  a11y: async ({ page }, use, info) => {
    await use(accessibilityOf(page, info));
  },
});

export { expect } from "@playwright/test";
