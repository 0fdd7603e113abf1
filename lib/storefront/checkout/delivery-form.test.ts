import { expect, test } from "vitest";
import { quickly } from "#test/support/quickly.ts";
import { checkForm } from "../forms/form-action.ts";
import { countingPart, filledIn, readDelivery, recipientForm } from "./delivery-form.ts";

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const whole = {
  "shippingAddress.country": "US",
  shippingName: "Ada King Lovelace",
  "shippingAddress.line1": "12 Harbor Road",
  "shippingAddress.postalCode": "97103",
  "shippingAddress.city": "Astoria",
  "shippingAddress.region": "",
  phone: "503 555 0101",
  billingSame: "on",
};

test("a name in one field is split, and a missing region follows from the postal code", async () => {
  const posted = formOf(whole);
  const form = readDelivery(posted);
  expect(filledIn(form, posted)).toEqual({ "shippingAddress.region": "OR" });
  const { value } = await checkForm(countingPart(form), recipientForm);
  expect(value).toMatchObject({
    shippingAddress: { firstName: "Ada King", lastName: "Lovelace", region: "OR", country: "US" },
    phone: "503 555 0101",
  });
});

test("a region that was chosen stays, whatever the postal code says", () => {
  const posted = formOf({ ...whole, "shippingAddress.region": "WA" });
  const form = readDelivery(posted);
  expect(form.get("shippingAddress.region")).toBe("WA");
  expect(filledIn(form, posted)).toEqual({});
});

test("a billing address counts only if it is a different one", () => {
  const billed = { ...whole, billingName: "Ada", "billingAddress.country": "DE" };
  const names = (fields: Record<string, string>) => [...countingPart(readDelivery(formOf(fields))).keys()];
  expect(names(billed).filter((name) => name.startsWith("billing"))).toEqual(["billingSame"]);
  const { billingSame: _, ...another } = billed;
  expect(names(another)).toContain("billingAddress.country");
  expect(names(another)).toContain("billingAddress.firstName");
});

test("a billing address without its fields is in the country of the delivery, and lacks a name", () => {
  const read = (fields: Record<string, string>) => {
    const form = readDelivery(formOf({ ...whole, ...fields }));
    return [form.get("billingAddress.country"), form.get("billingName")];
  };
  expect(read({})).toEqual(["US", ""]);
  // There the parts of a name have a field each.
  expect(read({ "shippingAddress.country": "JP" })).toEqual(["JP", null]);
  expect(read({ "billingAddress.country": "DE", billingName: "Ada" })).toEqual(["DE", "Ada"]);
});

test.each([
  ["US", /^\+1 /],
  ["JP", /^\+81 /],
  ["AE", /^\+971 /],
])("an invalid phone number is answered with an example from %s, the destination", (country, example) => {
  const { error } = recipientForm.safeParse({ shippingAddress: { country }, phone: "12" });
  const issue = error?.issues.find(({ path }) => path[0] === "phone");
  expect(issue).toMatchObject({ params: { fault: "invalid", example: expect.stringMatching(example) } });
});

test("a field as long as the body may be takes no time", async () => {
  const accents = `a${"\u0301\u0323".repeat(45_000)}`;
  for (const field of ["shippingName", "shippingAddress.postalCode", "shippingAddress.region", "phone"]) {
    const form = formOf({ ...whole, [field]: accents });
    const read = await quickly(() => {
      const posted = [...readDelivery(form)];
      const at = "shippingAddress.";
      const parts = posted.flatMap(([name, value]) =>
        name.startsWith(at) ? [[name.slice(at.length), value]] : [],
      );
      return recipientForm.safeParse({
        ...Object.fromEntries(posted),
        shippingAddress: Object.fromEntries(parts),
      });
    });
    expect(read.success).toBe(false);
  }
});
