import { test as base } from "@playwright/test";
import { type Inbox, openInbox } from "./inbox.ts";

type Fixtures = {
  /** The shop's mailbox. Give every test an address of its own: `freshAddress`. */
  inbox: Inbox;
  /** An e-mail address that nobody else uses in this run. */
  freshAddress: string;
};

/** Playwright's test with what the shop's specs share. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern.
  inbox: async ({}, use) => {
    await use(openInbox());
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  freshAddress: async ({}, use) => {
    await use(`guest-${crypto.randomUUID()}@mail.example`);
  },
});

export { expect } from "@playwright/test";
