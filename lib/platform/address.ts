import * as z from "zod";
import { normalizePlace, type PlaceFault, placeFaults } from "#lib/platform/address/place.ts";
import { countryCodes } from "#lib/platform/address/rule.ts";
import { normalizePhone } from "./phone.ts";
import { line } from "./text.ts";

/** Where something goes, as it is kept. Only the country is sure: the commercetools dialect takes an address bit by bit. */
export const keptAddress = z.object({
  country: z.string(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  line1: z.string().optional(),
  line2: z.string().optional(),
  city: z.string().optional(),
  region: z.string().optional(),
  postalCode: z.string().optional(),
  phone: z.string().optional(),
  /**
   * The address in the words of the dialect that it was written in ("streetNumber": "14"), where the members above do
   * not say it whole. That dialect reads it from here.
   */
  parts: z.record(z.string(), z.string()).readonly().optional(),
});
export type Address = z.output<typeof keptAddress>;

const assigned = new Set(countryCodes);

/** A country that ISO 3166-1 has a code for, or Kosovo (XK), as two capital letters. Many write UK for GB. */
export const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, { error: "Two letters, such as US", abort: true })
  .overwrite((code) => (code === "UK" ? "GB" : code))
  .refine((code) => assigned.has(code), "Not a country we know");

/** A line that may be left out; blank is the same. */
export const optionalLine = (max: number) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    line(max).optional(),
  );

const parts = z.object({
  firstName: line(100),
  // Not everybody has two names.
  lastName: optionalLine(100),
  line1: line(200),
  line2: optionalLine(200),
  city: optionalLine(100),
  region: optionalLine(100),
  postalCode: optionalLine(20),
  country,
  phone: optionalLine(32),
});

const place = parts.pick({ city: true, region: true, postalCode: true, country: true });

/**
 * An address as a shopper gives it, in the normal form of its country. The country decides which of city, region and
 * postal code are needed, and how they look.
 */
export const address = parts
  .overwrite((given) => {
    const { phone } = given;
    return { ...normalizePlace(given), ...(phone && { phone: normalizePhone(phone, given.country) }) };
  })
  .superRefine(
    (given, context) => {
      for (const fault of placeFaults(given)) {
        context.addIssue({ ...placeIssue(fault, given.country), path: [fault.part] });
      }
    },
    // Also when other parts are wrong: a shopper hears everything at once.
    { when: ({ value }) => place.safeParse(value).success },
  )
  .meta({ id: "Address" });

/** A fault as zod tells it: words for programs, and `params` for who words it for people. */
export function placeIssue(found: PlaceFault, country: string) {
  const { fault, name, example } = found;
  const what = found.part === "city" ? "city" : found.part === "region" ? "region" : "postal code";
  const message =
    fault === "missing"
      ? `A ${what} is needed for this country`
      : `Not a ${what} of ${country}${example && `, such as ${example}`}`;
  return { code: "custom" as const, message, params: { fault, name, example } };
}
