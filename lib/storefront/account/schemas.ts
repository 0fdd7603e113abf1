import * as z from "zod";
import { passwordLength } from "#lib/accounts/auth/password-length.ts";
import { customerAddressInput } from "#lib/commerce/customer/index.ts";
import { emailAddress } from "#lib/platform/email-address.ts";
import { isPhone } from "#lib/platform/phone.ts";
import { id, line, opaqueToken } from "#lib/platform/text.ts";
import { notAPhone } from "../forms/not-a-phone.ts";

/** A current password: only its maximum length is checked. */
const password = z.string().min(1).max(passwordLength.max);
/** A new password; better-auth has the same limits. */
const newPassword = z.string().min(passwordLength.min).max(passwordLength.max);

const next = z.string().optional();

export const signInInput = z.object({ email: emailAddress, password });
export const signInForm = signInInput.extend({ next });
/** The name may come from an order's contact, which may be longer than the form's own field. */
export const signUpInput = z.object({
  name: line(255, 0).default(""),
  email: emailAddress,
  password: newPassword,
});
export const signUpForm = signUpInput.extend({ name: line(100, 0).default(""), next });
export const forgotPasswordForm = z.object({ email: emailAddress });
export const resetPasswordForm = z.object({ token: opaqueToken, newPassword });
export const keepOrderForm = z.object({ orderId: id, password: newPassword, next });

/** An entry of the address book in a page's form, with a valid phone number. */
export const addressForm = customerAddressInput
  .safeExtend({ intent: z.string().max(20).optional() })
  .superRefine(({ phone, country }, context) => {
    if (isPhone(phone, country)) return;
    context.addIssue(notAPhone(country));
  });

export const nameForm = z.object({ name: line(100) });
export const changePasswordForm = z.object({ currentPassword: password, newPassword });
export const deleteAccountForm = z.object({ password });

export const broughtForm = z.object({ next });

/** A form with only a button. */
export const emptyForm = z.object({});
