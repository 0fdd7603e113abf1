import * as z from "zod";
import { line } from "#lib/text.ts";

/** Where something goes. Only the country is sure: the commercetools dialect takes an address bit by bit. */
export type Address = {
  country: string;
  firstName?: string | undefined;
  lastName?: string | undefined;
  line1?: string | undefined;
  line2?: string | undefined;
  city?: string | undefined;
  region?: string | undefined;
  postalCode?: string | undefined;
  phone?: string | undefined;
};

/** What a country calls its parts and which it does not use. Countries that are not named take the default. */
export type AddressRule = {
  region: "state" | "province" | "county" | null;
  postalCode: RegExp | "any" | "none";
};

const rules: Record<string, AddressRule> = {
  US: { region: "state", postalCode: /^\d{5}(-\d{4})?$/ },
  CA: { region: "province", postalCode: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i },
  AU: { region: "state", postalCode: /^\d{4}$/ },
  GB: { region: "county", postalCode: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i },
  DE: { region: null, postalCode: /^\d{5}$/ },
  FR: { region: null, postalCode: /^\d{5}$/ },
  ES: { region: "province", postalCode: /^\d{5}$/ },
  IT: { region: "province", postalCode: /^\d{5}$/ },
  AT: { region: null, postalCode: /^\d{4}$/ },
  BE: { region: null, postalCode: /^\d{4}$/ },
  CH: { region: null, postalCode: /^\d{4}$/ },
  NL: { region: null, postalCode: /^\d{4} ?[A-Z]{2}$/i },
  AE: { region: null, postalCode: "none" },
  HK: { region: null, postalCode: "none" },
};

export function addressRule(country: string): AddressRule {
  return rules[country] ?? { region: null, postalCode: "any" };
}

const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** A country that exists, as two capital letters. */
export const country = z
  .string()
  .trim()
  .toUpperCase()
  // What is not two letters goes no further: Intl throws at it.
  .regex(/^[A-Z]{2}$/, { error: "Two letters, such as US", abort: true })
  .refine((code) => code !== "ZZ" && names.of(code) !== undefined, "Not a country we know");

const optionalLine = (max: number) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    line(max).optional(),
  );

const partsToCheck = z.object({ country, postalCode: optionalLine(20) });

/** An address as a shopper gives it. The country decides which parts are needed (see `addressRule`). */
export const address = z
  .object({
    firstName: line(100),
    lastName: line(100),
    line1: line(200),
    line2: optionalLine(200),
    city: line(100),
    region: optionalLine(100),
    postalCode: optionalLine(20),
    country,
    phone: optionalLine(32),
  })
  .superRefine(
    (given, context) => {
      const { postalCode } = addressRule(given.country);
      if (postalCode === "none") return;
      const fault = !given.postalCode
        ? "A postal code is needed for this country"
        : postalCode !== "any" && !postalCode.test(given.postalCode)
          ? "This does not look like a postal code of this country"
          : null;
      if (fault) context.addIssue({ code: "custom", path: ["postalCode"], message: fault });
    },
    // Also when other parts are wrong: a shopper hears everything at once.
    { when: ({ value }) => partsToCheck.safeParse(value).success },
  )
  .meta({ id: "Address" });
