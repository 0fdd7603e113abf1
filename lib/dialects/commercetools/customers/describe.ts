import { addAddress, checkNamesFree, profileMembers, setProfile } from "#lib/commerce/customer/index.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { alreadyTaken } from "#lib/platform/errors.ts";
import { invalidField } from "../http/refusal.ts";
import { withoutBlanks } from "../wire/address.ts";
import type { CustomerDraft } from "./schemas.ts";
import { toEntry } from "./to-entry.ts";

/** Validates a draft before the account is created. @throws Refusal InvalidField, already_taken */
export async function checkDescription(ctx: Context, draft: CustomerDraft): Promise<void> {
  const { defaultShippingAddress, defaultBillingAddress, shippingAddresses, billingAddresses } = draft;
  const named = { defaultShippingAddress, defaultBillingAddress, shippingAddresses, billingAddresses };
  const count = draft.addresses?.length ?? 0;
  for (const [field, indexes] of Object.entries(named)) {
    const beyond = [indexes ?? []].flat().find((index) => index >= count);
    if (beyond !== undefined) throw invalidField(field, beyond, [...Array(count).keys()]);
  }
  const keys = draft.addresses?.flatMap(({ key }) => key || []) ?? [];
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) throw alreadyTaken("key", twice);
  await inTransaction(ctx, (inside) => checkNamesFree(inside, namesOf(draft)));
}

/** Writes a draft's data about a new customer, with its addresses; missing fields stay empty. */
export function describe(ctx: Context, userId: string, draft: CustomerDraft): Promise<void> {
  const { email, addresses } = draft;
  const actor = { type: "customer", userId, email, name: email, emailVerified: false } as const;
  const profile = withoutBlanks(Object.fromEntries(profileMembers.map((name) => [name, draft[name]])));
  return inTransaction({ ...ctx, actor }, async (inside) => {
    await setProfile(inside, { userId, names: namesOf(draft), profile });
    for (const index of (addresses ?? []).keys()) await addAddress(inside, entryOf(draft, index));
  });
}

function namesOf({ key = null, customerNumber = null }: CustomerDraft) {
  return { key, customerNumber };
}

function entryOf(draft: CustomerDraft, index: number) {
  const { defaultShippingAddress, defaultBillingAddress, shippingAddresses, billingAddresses } = draft;
  const given = draft.addresses?.[index];
  if (!given) throw new Error("The draft has no address at this index");
  return {
    ...toEntry(given),
    isDefault: index === defaultShippingAddress,
    isShipping: index === defaultShippingAddress || (shippingAddresses ?? []).includes(index),
    isBilling: index === defaultBillingAddress || (billingAddresses ?? []).includes(index),
    isDefaultBilling: index === defaultBillingAddress,
  };
}
