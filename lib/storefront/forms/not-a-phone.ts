import { examplePhone } from "#lib/platform/phone.ts";

/** The issue of a "phone" field: its message has an example from the country. */
export function notAPhone(country: string) {
  const params = { fault: "invalid", name: "", example: examplePhone(country) };
  return { code: "custom" as const, path: ["phone"], message: "Not a phone number", params };
}
