import * as z from "zod";
import { currencyCode } from "#lib/commerce/catalog/index.ts";
import { country } from "#lib/platform/address.ts";
import { inputsOf } from "#lib/platform/database/columns.ts";
import { localeTag } from "#lib/platform/i18n/locale-tag.ts";
import { id, line } from "#lib/platform/text.ts";
import { contactColumns, deliveryColumns } from "./columns.ts";

export const maxQuantity = 999;
export const maxLines = 100;

/** How a caller refers to a cart, by token, session or both, and the settings of one that is created. */
export const cartHandle = z.object({
  token: z.string().nullable(),
  platform: z.enum(["WEB", "APP"]).optional(),
  currency: currencyCode.optional(),
  country: country.optional(),
  locale: line(35).nullish(),
});
export type CartHandle = z.output<typeof cartHandle>;

export const lineInput = z.object({ variantId: id, quantity: z.number().int().min(1).max(maxQuantity) });
/** Programs may give the line a key. */
export type LineInput = z.output<typeof lineInput> & { key?: string | null | undefined };

/** Over HTTP: one line, or 1 to 100 of them as `lines`. */
export const linesInput = lineInput
  .partial()
  .extend({
    lines: z.array(lineInput).min(1).max(maxLines).optional().meta({
      description: "Several lines at once, all or none, instead of variantId and quantity",
    }),
  })
  .transform(({ lines, ...line }, context): LineInput | { lines: LineInput[] } => {
    const one = lineInput.safeParse(line);
    if (!lines && one.success) return one.data;
    if (lines && Object.keys(line).length === 0) return { lines };
    const both = { path: ["lines"], message: "Either lines, or variantId and quantity" };
    const issues = lines ? [both] : (one.error?.issues ?? []);
    for (const { path, message } of issues) context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  });

export const quantityInput = z.object({ quantity: z.number().int().min(0).max(maxQuantity) });

const { shippingAddress } = deliveryColumns;
/** Fields that are left out are blank. Without a billing address, the shipping address is used. */
export const addressInput = z
  .object(inputsOf(deliveryColumns))
  .extend({ shippingAddress: shippingAddress.input });
type FullAddress = z.output<typeof addressInput>;
export type AddressInput = FullAddress | (Omit<FullAddress, "shippingAddress"> & { addressId: string });

/** The same over HTTP: an address in full, or the id of an entry of the address book. */
export const cartAddressInput = addressInput
  .partial({ shippingAddress: true })
  .extend({ addressId: id.optional() })
  .transform(({ addressId, shippingAddress, ...said }, context): AddressInput => {
    if (addressId && !shippingAddress) return { ...said, addressId };
    if (shippingAddress && !addressId) return { ...said, shippingAddress };
    const message = addressId
      ? "Either shippingAddress or addressId"
      : "An address or an addressId is required";
    context.addIssue({ code: "custom", path: ["shippingAddress"], message });
    return z.NEVER;
  });

export const shippingMethodInput = z.object({ shippingMethodId: id });
export type ShippingMethodInput = z.output<typeof shippingMethodInput>;

/** A BCP 47 tag, of any language; null for the default. */
export const languageInput = z.object({ locale: localeTag.nullable() });

export const couponInput = z.object({ code: line(40) });
export type CouponInput = z.output<typeof couponInput>;

const { email, contactName, phone } = contactColumns;
/** Who receives it; what is left out of a name stays, a phone number that is left out is cleared. */
export const recipientInput = z.object({
  contactName: contactName.input.optional(),
  phone: phone.input.optional(),
});
export const deliveryInput = addressInput.extend({ ...shippingMethodInput.shape, ...recipientInput.shape });
/** A delivery that is still being filled in: `to` is set once it is complete and valid. */
export const deliveryDraft = z.object({
  country,
  shippingMethodId: id.optional(),
  to: addressInput.extend(recipientInput.shape).optional(),
});

/** POST /store/guest/contact (specification). */
export const contactInput = z.object({
  email: email.input,
  name: contactName.input.optional(),
  phone: phone.input.optional(),
});
export type ContactInput = z.output<typeof contactInput>;
