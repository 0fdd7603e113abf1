import { beforeEach, expect, test, vi } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { booksOf, deliver } from "#test/privacy/finish.ts";
import { signUpFrom } from "#test/support/accounts.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy, guestEmail, readyToPlace } from "#test/support/checkout.ts";
import { dumpDatabase } from "#test/support/dump.ts";
import { eraseAddress } from "./erase-address.ts";

const variant = await makeVariant();
const lines: string[] = [];
beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation((text: string) => void lines.push(text));
});

/** What the command prints, and the problem it ends with. */
async function run(...args: string[]) {
  lines.length = 0;
  const problem = await eraseAddress("npm run erase --", args).then(
    () => null,
    (error) => error.message,
  );
  return { printed: lines.join("\n"), problem };
}

async function arrived(email = guestEmail()) {
  const bought = await buy({ variant, email });
  await deliver(bought.order.id);
  return bought;
}

const placesOf = async (word: string) =>
  [...(await dumpDatabase())].filter(([, rows]) => rows.toLowerCase().includes(word)).map(([table]) => table);

test("every guest's orders of an address are erased, in any spelling, once it is confirmed", async () => {
  const email = guestEmail();
  const [one, two, other] = [await arrived(email), await arrived(email.toUpperCase()), await arrived()];
  await readyToPlace({ variant, email });
  const books = await booksOf(one.order.id);
  const numbers = [one, two].map(({ order }) => order.orderNumber);
  const could = [...numbers, "A cart that was not ordered"].map((name) => `${name}: can be erased`);
  const hint = "\n\nNothing has been erased yet. That takes --confirm.";
  expect(await run(` ${email}`)).toEqual({ printed: could.join("\n") + hint, problem: null });
  expect(await placesOf(email)).not.toEqual([]);
  const done = could.map((line) => line.replace("can be erased", "erased"));
  expect(await run("--confirm", email)).toEqual({ printed: done.join("\n"), problem: null });
  expect(await placesOf(email)).toEqual([]);
  expect(await booksOf(one.order.id)).toEqual(books);
  expect(await db.session.count({ where: { userId: one.session.userId } })).toBe(0);
  expect(await placesOf(other.email.toLowerCase())).not.toEqual([]);
  expect(await run(email, "--confirm")).toEqual({
    printed: "There is nothing with this address.",
    problem: null,
  });
});

test("what cannot be erased yet stays, and the rest is erased", async () => {
  const email = guestEmail();
  const [done, open] = [await arrived(email), await buy({ variant, email })];
  const { printed, problem } = await run(email, "--confirm");
  expect(printed).toBe(
    `${done.order.orderNumber}: erased\n${open.order.orderNumber}: stays. An order is still on its way. Its data can be erased once it has arrived.`,
  );
  expect(problem).toBe("Something stays, for the reason above.");
  expect(printed).not.toContain(email);
});

test("orders in an account, and an account without any, stay: the owner deletes it", async () => {
  const [bought, empty] = [await arrived(), guestEmail()];
  await signUpFrom(bought.session, bought.email);
  await signUpFrom(undefined, empty);
  for (const [email, name] of [
    [bought.email, bought.order.orderNumber],
    [empty, "An account without orders"],
  ] as const) {
    const { printed, problem } = await run(email, "--confirm");
    expect(printed).toMatch(
      new RegExp(`^${name}: stays\\. It is in an account\\. Its owner signs in and deletes`),
    );
    expect(problem).toBe("Something stays, for the reason above.");
    expect(await placesOf(email.toLowerCase())).toContain('public."user"');
  }
});

test.each([
  [[], "Whose data? That is no email address."],
  [["--confirm"], "Whose data? That is no email address."],
  [[""], "Whose data? That is no email address."],
  [["%"], "Whose data? That is no email address."],
  [["--all"], "Whose data? That is no email address."],
  [["a@b.example", "c@d.example"], 'What is "c@d.example" for?'],
  [["a@b.example", "--yes"], 'What is "--yes" for?'],
])("%j erases nothing, and says how the command is used", async (args, message) => {
  expect(await run(...args)).toEqual({ printed: "", problem: message });
});
