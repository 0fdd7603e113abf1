import * as z from "zod";
import { country } from "#lib/address.ts";
import { line } from "#lib/text.ts";

/** An entry of the address book (design, section 5). */
export const customerAddressInput = z.object({
  firstName: line(100),
  lastName: line(100),
  fullAddress: line(300),
  city: line(100),
  pincode: line(20),
  state: line(100),
  phone: line(32),
  country,
  isDefault: z.boolean().default(false),
});
export type CustomerAddressInput = z.output<typeof customerAddressInput>;

export const customerAddressChange = customerAddressInput.extend({ isDefault: z.boolean() }).partial();
export type CustomerAddressChange = z.output<typeof customerAddressChange>;
