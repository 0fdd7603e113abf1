import { expect, test } from "vitest";
import { trackOrder } from "#lib/guest-checkout/routes.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy, place, readyToPlace } from "#test/support/checkout.ts";
import { dumpDatabase } from "#test/support/dump.ts";
import { orderOf } from "#test/support/expect.ts";
import { confirmByMail } from "#test/support/guest-link.ts";
import { openInbox } from "#test/support/inbox.ts";

const inbox = await openInbox();

/** A token as text and as decoded bytes: a dump shows bytes in hexadecimal. */
const spellings = (token: string) => [token, Buffer.from(token, "base64url").toString("hex")];

test("a dump of the database contains no order link and no cart token, before and after the mail", async () => {
  const variant = await makeVariant();
  const secrets: string[] = [];
  for (let index = 0; index < 20; index++) {
    const ready = await readyToPlace({ variant });
    const { id } = orderOf(await place(ready, { headers: { "idempotency-key": crypto.randomUUID() } }));
    secrets.push(ready.cart, await confirmByMail(inbox, id));
  }
  const { cart } = await buy({ variant });
  secrets.push(cart);
  expect(new Set(secrets).size).toBe(41);
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);

  const dump = await dumpDatabase();
  expect([...dump.keys()]).toEqual(
    expect.arrayContaining(["public.lookup_token", "pgboss.job", "public.cart"]),
  );
  const everything = [...dump.values()].join("\n");
  expect(everything).toContain(variant.sku);
  expect(everything).not.toContain("/order-status/");
  expect(secrets.flatMap(spellings).filter((secret) => everything.includes(secret))).toEqual([]);
});

test("nothing in a dump opens an order", async () => {
  const dump = await dumpDatabase();
  const words = new Set(dump.get("public.lookup_token")?.match(/[\w-]{36,}/g));
  expect(words.size).toBeGreaterThan(40);
  for (const word of words) {
    const guesses = [word, Buffer.from(word, "hex").toString("base64url"), word.replace(/^x/, "")];
    // A word that is not hexadecimal decodes to nothing, which is another address.
    for (const token of guesses.filter((guess) => guess !== "")) {
      expect((await call(trackOrder, { params: { token } })).status, token).toBe(404);
    }
  }
});
