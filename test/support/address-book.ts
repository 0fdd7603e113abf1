import { expect } from "vitest";
import { addAddress, listAddresses } from "#lib/dialects/store-api/routes/addresses.ts";
import { bookAddress } from "./addresses.ts";
import { call } from "./call.ts";
import type { Session } from "./sessions.ts";

export type Entry = typeof bookAddress & { id: string };

/** Adds an entry to the address book of the session's customer. */
export async function addEntry(session: Session, more: Partial<typeof bookAddress> = {}): Promise<Entry> {
  const reply = await call(addAddress, { session, body: { ...bookAddress, ...more } });
  expect(reply.status, reply.text).toBe(201);
  return reply.body.data as Entry;
}

export async function entriesOf(session: Session): Promise<Entry[]> {
  return (await call(listAddresses, { session })).body.data as Entry[];
}
