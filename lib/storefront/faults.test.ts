import { describe, expect, test } from "vitest";
import * as z from "zod";
import { addressInput } from "#lib/commerce/cart/index.ts";
import { quickly } from "#test/support/quickly.ts";
import { signInForm } from "./account/schemas.ts";
import { keepTyped } from "./forms/form-action.ts";
import { knownFields } from "./forms/known-fields.ts";

const signIn: [string, string][] = [
  ["email", "a@example.com"],
  ["password", "a password"],
];
const values = { email: "a@example.com", password: "a password" };

function formOf(fields: Iterable<readonly [string, string]>): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const many = (count: number, name: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => [name(index), "x"] as const);

describe("parsing a form takes time in proportion to its size, whatever its fields are called", () => {
  test.each([
    ["an index that would make a long array", [["items[999999999]", "x"]]],
    ["an index below a field of ours", [["email[999999999]", "x"]]],
    ["a name as deep as it is long", [[`a${".b".repeat(40_000)}`, "x"]]],
    ["a name of brackets", [[`a${"[0]".repeat(30_000)}`, "x"]]],
    ["a thousand fields", many(1_000, (index) => `field${index}`)],
    ["the same field a thousand times", many(1_000, () => "email")],
    ["prototypes", many(2, (index) => ["__proto__.x", "constructor.prototype"][index] ?? "")],
    ["a form library's own fields", many(2, (index) => ["__intent__", "__state__"][index] ?? "")],
    ["a framework's own fields", many(2, (index) => ["$ACTION_KEY", "$ACTION_REF_1"][index] ?? "")],
  ] as const)("%s", async (_what, extra) => {
    const form = formOf([...signIn, ...extra]);
    expect((await quickly(() => keepTyped(form, signInForm))).typed).toEqual(values);
  });

  test("a list is no longer than any of ours", () => {
    const schema = z.object({ decisions: z.record(z.uuid(), z.string()) });
    const form = formOf([
      ...many(1_000, () => `decisions.${crypto.randomUUID()}`),
      ["decisions.not-an-id", "x"],
      ["decisions", "x"],
    ]);
    expect([...knownFields(form, schema).keys()]).toHaveLength(200);
  });
});

test("an action that is called without a form gets an empty one", () => {
  for (const posted of [undefined, null, [], {}, "email=a", { email: "a" }]) {
    expect([...knownFields(posted, signInForm)]).toEqual([]);
  }
});

test("files are not text", () => {
  const form = formOf(signIn);
  form.set("email", new File(["a@example.com"], "email.txt"));
  expect([...knownFields(form, signInForm).keys()]).toEqual(["password"]);
});

test("fields of the schema are kept: parts of addresses, choices, hidden fields", () => {
  const fields = [
    ["shippingAddress.city", "Rye"],
    ["billingAddress.city", "Lewes"],
  ] as const;
  expect([...knownFields(formOf([...fields, ["billingAddress", "x"]]), addressInput)]).toEqual(fields);
  expect([...knownFields(formOf([["next", "/account"]]), signInForm)]).toEqual([["next", "/account"]]);
});
