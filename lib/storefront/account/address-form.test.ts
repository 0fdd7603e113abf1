import { expect, test } from "vitest";
import { keepTyped } from "../forms/form-action.ts";
import { addressForm } from "./schemas.ts";

const entry = {
  firstName: "Madonna",
  fullAddress: "14 Harbor Lane",
  city: "Portland",
  state: "Maine",
  pincode: "04101",
  phone: "(207) 555-0142",
  country: "US",
};

const refused = (given: object) =>
  addressForm.safeParse(given).error?.issues.map(({ path }) => path.join(".")) ?? [];

test("a single name is enough, and a phone number is stored in international format", () => {
  expect(addressForm.parse(entry)).toEqual({
    ...entry,
    lastName: "",
    state: "ME",
    phone: "+12075550142",
    isDefault: false,
  });
});

test.each(["abc", "12", "555-0142", "06 12 34 56 78"])("the page rejects %s as a US number", (phone) => {
  expect(refused({ ...entry, phone })).toEqual(["phone"]);
});

test.each(["+33 6 12 34 56 78", "207-555-0142 ext. 5", "+442079460018"])("it accepts %s", (phone) => {
  expect(refused({ ...entry, phone })).toEqual([]);
});

test("the button that only loads another country's fields is a field of the form", () => {
  const form = new FormData();
  form.append("country", "GB");
  form.append("intent", "country");
  expect(keepTyped(form, addressForm).typed).toEqual({ country: "GB", intent: "country" });
});
