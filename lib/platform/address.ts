import * as z from "zod";
import { normalizePlace, type PlaceFault, placeFaults } from "#lib/platform/address/place.ts";
import { regionChoices } from "#lib/platform/address/region.ts";
import { countryCodes } from "#lib/platform/address/rule.ts";
import { normalizePhone } from "./phone.ts";
import { line } from "./text.ts";

/** An address as it is stored. Only the country is certain: the commercetools dialect accepts incomplete addresses. */
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
   * The address fields of the dialect that wrote it ("streetNumber": "14") where the members above lose detail. Only
   * that dialect reads them.
   */
  parts: z.record(z.string(), z.string()).readonly().optional(),
});
export type Address = z.output<typeof keptAddress>;

const assigned = new Set(countryCodes);

/** An ISO 3166-1 alpha-2 country code, or XK for Kosovo, in capital letters. UK is accepted for GB. */
export const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, { error: "Two letters, such as US", abort: true })
  .overwrite((code) => (code === "UK" ? "GB" : code))
  .refine((code) => assigned.has(code), "Not a country we know");

/** An optional line. Blank means absent. */
const optionalLine = (max: number) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    line(max).optional(),
  );

/** The length of a first name, and of a last name. */
export const nameLength = 100;

const parts = z.object({
  firstName: line(nameLength),
  // Some people have a single name.
  lastName: optionalLine(nameLength),
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
 * An address from a shopper, normalized for its country. The country decides whether city, region and postal code are
 * required, and their format.
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
    // Runs even if other fields are invalid, so that a shopper sees every error at once.
    { when: ({ value }) => place.safeParse(value).success },
  )
  .meta({ id: "Address" });

/** A zod issue: `message` is for programs, `params` lets forms word it in the reader's language. */
export function placeIssue(found: PlaceFault, country: string) {
  const { fault, name, example } = found;
  const what = found.part === "city" ? "city" : found.part === "region" ? "region" : "postal code";
  const message =
    fault === "missing"
      ? `A ${what} is needed for this country`
      : `Not a ${what} of ${country}${example && `, such as ${example}`}`;
  const listed = found.part === "region" && regionChoices(country).length > 0;
  return { code: "custom" as const, message, params: { fault, name, example, listed } };
}
