import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { deliveryInput } from "#lib/commerce/cart/index.ts";
import { familyNameFirst, splitName } from "#lib/platform/address/full-name.ts";
import { regionOfPostalCode } from "#lib/platform/address/region.ts";
import { country, nameLength } from "#lib/platform/address.ts";
import { isPhone } from "#lib/platform/phone.ts";
import { line } from "#lib/platform/text.ts";
import { knownFields } from "../forms/known-fields.ts";
import { notAPhone } from "../forms/not-a-phone.ts";

const choice = z.string().max(20).optional();
const name = line(255, 0).optional();

const fields = deliveryInput.extend({
  shippingName: name,
  billingName: name,
  billingSame: choice,
  intent: choice,
});

/** What the delivery section posts, as `readDelivery` reads it. */
export const deliveryForm = withPhone(fields);

/** The same without a method. */
export const recipientForm = withPhone(fields.partial({ shippingMethodId: true }));

type PhoneAndCountry = { phone?: string | undefined; shippingAddress: { country: string } };

function withPhone<S extends z.ZodType<PhoneAndCountry>>(schema: S): S {
  return schema.superRefine(
    ({ phone, shippingAddress }, context) => {
      if (!phone || isPhone(phone, shippingAddress.country)) return;
      context.addIssue(notAPhone(shippingAddress.country));
    },
    // Runs even if other fields are invalid, so that a shopper sees every error at once.
    { when: ({ value }) => phoneAndCountry.safeParse(value).success },
  );
}

const phoneAndCountry = z.object({ phone: z.string(), shippingAddress: z.object({ country }) });

type Errors = Record<string, string[] | null>;

const kinds = ["shipping", "billing"] as const;

/**
 * The posted section: names in one field are split, and a region that is missing is the postal code's. Where the fields
 * of a billing address were not shown yet, they are empty, and its country is that of the delivery.
 */
export function readDelivery(whole: FormData): FormData {
  const form = knownFields(whole, deliveryForm);
  const to = form.get("shippingAddress.country");
  if (!form.has("billingAddress.country") && typeof to === "string") {
    form.set("billingAddress.country", to);
    if (!familyNameFirst.has(to)) form.set("billingName", "");
  }
  for (const kind of kinds) {
    const at = (part: string) => `${kind}Address.${part}`;
    const typed = form.get(`${kind}Name`);
    if (typeof typed === "string") {
      const { firstName = "", lastName = "" } = splitName(typed);
      form.set(at("firstName"), firstName);
      form.set(at("lastName"), lastName);
    }
    const region = regionOf(form, at);
    if (region) form.set(at("region"), region);
  }
  return form;
}

/** What `readDelivery` derived for empty fields, by field name. */
export function filledIn(form: FormData, posted: FormData): Record<string, string> {
  const names = kinds.map((kind) => `${kind}Address.region`);
  const filled = names.flatMap((name) => {
    const [given, known] = [posted.get(name), form.get(name)];
    return given === "" && typeof known === "string" && known !== "" ? [[name, known] as const] : [];
  });
  return Object.fromEntries(filled);
}

/** The part of it that counts: a billing address only if it differs from the shipping address. */
export function countingPart(form: FormData): FormData {
  if (form.get("billingSame") !== "on") return form;
  const counting = new FormData();
  for (const [name, value] of form) if (!/^billing(Address\.|Name$)/.test(name)) counting.append(name, value);
  return counting;
}

/** The region that the postal code lies in, if the region is missing. */
function regionOf(form: FormData, at: (part: string) => string): string | null {
  const [country, postalCode, region] = ["country", "postalCode", "region"].map((part) => form.get(at(part)));
  if (typeof country !== "string" || typeof postalCode !== "string" || region) return null;
  return regionOfPostalCode(country, postalCode);
}

/**
 * The errors as the section words them, in the order of its fields. A name that is one field has one error, and errors
 * of the billing address differ from those of the delivery address.
 */
export async function wordErrors(found: Errors, form: FormData): Promise<Errors> {
  const t = await getTranslations("shop.fields");
  const error = { ...found };
  for (const kind of kinds) {
    const [first, last] = [`${kind}Address.firstName`, `${kind}Address.lastName`];
    if (!form.has(`${kind}Name`) || !(error[first] || error[last])) continue;
    const isGiven = Boolean(form.get(`${kind}Name`));
    error[`${kind}Name`] = [isGiven ? t("name.tooLong", { max: nameLength }) : t("name.missing")];
    delete error[first];
    delete error[last];
  }
  const order = [...form.keys()];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const sorted = Object.entries(error).sort(([a], [b]) => place(a) - place(b));
  const worded = sorted.map(([name, texts]) =>
    name.startsWith("billing") ? [name, texts?.map((text) => t("forBilling", { text }))] : [name, texts],
  );
  return Object.fromEntries(worded);
}
