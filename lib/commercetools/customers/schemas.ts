import * as z from "zod";
import { emailAddress } from "#lib/email-address.ts";
import { line } from "#lib/text.ts";
import { addressDraft } from "../wire/address.ts";

const name = line(256);
const password = z.string().min(1).max(128);
const index = z.number().int().min(0).max(100);

/** MyCustomerDraft (sheet 5.1). How good a password has to be is up to who asks for it. */
export const myCustomerDraft = z.object({
  email: emailAddress,
  password,
  firstName: line(100, 0).nullish(),
  lastName: line(100, 0).nullish(),
  addresses: z.array(addressDraft).max(50).nullish(),
  defaultShippingAddress: index.nullish(),
});

const cartReference = z.object({ id: name.optional(), key: name.optional() });

/** The guest that a program says the customer was. */
const guest = {
  anonymousId: name.nullish(),
  anonymousCart: cartReference.nullish(),
  anonymousCartId: name.nullish(),
};

export const customerDraft = myCustomerDraft.extend(guest);

export type CustomerDraft = z.output<typeof customerDraft>;

const mode = z.enum(["MergeWithExistingCustomerCart", "UseAsNewActiveCustomerCart"]).nullish();
const credentials = { email: z.string().max(254), password: z.string().max(1024) };

export const mySignIn = z.object({ ...credentials, activeCartSignInMode: mode });
export const signIn = z.object({ ...credentials, ...guest, anonymousCartSignInMode: mode });

export type SignInMode = z.output<typeof mode>;

export const mergeDraft = z.object({
  anonymousCart: cartReference.nullish(),
  anonymousId: name.nullish(),
  mergeMode: mode,
});
