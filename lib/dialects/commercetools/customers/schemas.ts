import * as z from "zod";
import { emailAddress } from "#lib/platform/email-address.ts";
import { localeTag } from "#lib/platform/i18n/locale-tag.ts";
import { line } from "#lib/platform/text.ts";
import { addressDraft } from "../wire/address.ts";
import { noneOf, only } from "../wire/members.ts";
import { identifier, key, name, version } from "../wire/scalars.ts";

export const password = z.string().min(1).max(128);
const index = z.number().int().min(0).max(49);
const indexes = z.array(index).max(50).nullish();
const word = (max: number) => line(max, 0).nullish();

/** MyCustomerDraft. The client decides on the strength of passwords. */
export const myCustomerDraft = z.object({
  email: emailAddress,
  password,
  firstName: word(100),
  lastName: word(100),
  middleName: word(100),
  title: word(100),
  salutation: word(100),
  dateOfBirth: z.iso.date().nullish(),
  companyName: word(200),
  vatId: word(100),
  locale: localeTag.nullish(),
  addresses: z.array(addressDraft).max(50).nullish(),
  defaultShippingAddress: index.nullish(),
  defaultBillingAddress: index.nullish(),
  ...noneOf("key", "customerNumber", "externalId", "shippingAddresses", "billingAddresses"),
  ...noneOf("customerGroup", "customerGroupAssignments", "stores", "custom"),
  isEmailVerified: only(false),
  authenticationMode: only("Password"),
});

/** The former guest, as named by a program. */
const guest = {
  anonymousId: name.nullish(),
  anonymousCart: identifier.nullish(),
  anonymousCartId: name.nullish(),
};

export const customerDraft = myCustomerDraft.extend({
  ...guest,
  key: key.nullish(),
  customerNumber: name.nullish(),
  externalId: word(256),
  shippingAddresses: indexes,
  billingAddresses: indexes,
});

export type CustomerDraft = z.output<typeof customerDraft>;

const mode = z.enum(["MergeWithExistingCustomerCart", "UseAsNewActiveCustomerCart"]).nullish();
// Ignored: a cart always shows current product data.
const updateProductData = z.boolean().nullish();
const credentials = { email: z.string().max(254), password: z.string().max(1024) };

export const mySignIn = z.object({ ...credentials, activeCartSignInMode: mode, updateProductData });
export const signIn = z.object({
  ...credentials,
  ...guest,
  anonymousCartSignInMode: mode,
  updateProductData,
});

export type SignInMode = z.output<typeof mode>;

export const mergeDraft = z.object({
  anonymousCart: identifier.nullish(),
  anonymousId: name.nullish(),
  mergeMode: mode,
  updateProductData,
});

const addressName = { addressId: name.nullish(), addressKey: name.nullish() };
const address = addressDraft;

/** The update actions of a customer's own account. */
const myActions = [
  z.object({ action: z.literal("changeEmail"), email: emailAddress }),
  z.object({ action: z.literal("setFirstName"), firstName: word(100) }),
  z.object({ action: z.literal("setLastName"), lastName: word(100) }),
  z.object({ action: z.literal("setMiddleName"), middleName: word(100) }),
  z.object({ action: z.literal("setTitle"), title: word(100) }),
  z.object({ action: z.literal("setSalutation"), salutation: word(100) }),
  z.object({ action: z.literal("setDateOfBirth"), dateOfBirth: z.iso.date().nullish() }),
  z.object({ action: z.literal("setCompanyName"), companyName: word(200) }),
  z.object({ action: z.literal("setVatId"), vatId: word(100) }),
  z.object({ action: z.literal("setLocale"), locale: localeTag.nullish() }),
  z.object({ action: z.literal("addAddress"), address }),
  z.object({ action: z.literal("changeAddress"), ...addressName, address }),
  z.object({ action: z.literal("removeAddress"), ...addressName }),
  z.object({ action: z.literal("setDefaultShippingAddress"), ...addressName }),
  z.object({ action: z.literal("addShippingAddressId"), ...addressName }),
  z.object({ action: z.literal("removeShippingAddressId"), ...addressName }),
  z.object({ action: z.literal("setDefaultBillingAddress"), ...addressName }),
  z.object({ action: z.literal("addBillingAddressId"), ...addressName }),
  z.object({ action: z.literal("removeBillingAddressId"), ...addressName }),
] as const;

const programActions = [
  z.object({ action: z.literal("setKey"), key: key.nullish() }),
  z.object({ action: z.literal("setCustomerNumber"), customerNumber: name.nullish() }),
  z.object({ action: z.literal("setExternalId"), externalId: word(256) }),
] as const;

export const myCustomerAction = z.discriminatedUnion("action", [...myActions]);
export const customerAction = z.discriminatedUnion("action", [...myActions, ...programActions]);

export type CustomerAction = z.output<typeof customerAction>;

export const myCustomerUpdate = z.object({ version, actions: z.array(myCustomerAction).max(100) });
export const customerUpdate = z.object({ version, actions: z.array(customerAction).max(500) });
