import type { AccountToken, Purpose, Unusable } from "#lib/accounts/auth/index.ts";
import { accounts } from "#lib/accounts/verbs.ts";
import type { Customer } from "#lib/commerce/customer/index.ts";
import { apiRoute, type CommercetoolsRoute, type Reply } from "../dialect.ts";
import { absent } from "../http/name-in.ts";
import { noResource, Refusal } from "../http/refusal.ts";
import { emailConfirmation, emailTokenDraft, passwordReset, passwordTokenDraft } from "./access-schemas.ts";
import { answers } from "./one-customer.ts";

const use = { tag: "Customers", scopes: ["manage_my_profile"], as: "anyone", method: "POST" } as const;
const view = { tag: "Customers", scopes: ["view_customers"], as: "client", method: "GET" } as const;
const manage = { tag: "Customers", scopes: ["manage_customers"], as: "client", method: "POST" } as const;

const toToken =
  (invalidateOlderTokens: boolean) =>
  ({ id, value, userId, createdAt, expiresAt }: AccountToken): Reply => ({
    body: {
      id,
      createdAt: createdAt.toISOString(),
      lastModifiedAt: createdAt.toISOString(),
      customerId: userId,
      expiresAt: expiresAt.toISOString(),
      value,
      invalidateOlderTokens,
    },
  });

/** What a token led to. @throws Refusal for one that is unknown, was used, or has expired */
function usable(purpose: Purpose, value: string, result: Customer | Unusable): Reply {
  if (result === "unknown") throw noResource({ id: value });
  if (result !== "expired") return answers(result);
  const code = purpose === "email" ? "ExpiredCustomerEmailToken" : "ExpiredCustomerPasswordToken";
  throw new Refusal(400, { code, message: `The given ${purpose} token has expired.` });
}

type TokenUse = { body: { tokenValue: string; version?: number | null | undefined } };

const used =
  (purpose: Purpose) =>
  (result: Customer | Unusable, { body }: TokenUse) =>
    usable(purpose, body.tokenValue, result);

const confirmation = {
  verb: accounts.confirmEmail,
  asks: ({ body: { tokenValue: value, version } }: TokenUse) => ({ value, version }),
  answers: used("email"),
};

const reset = {
  verb: accounts.resetPassword,
  asks: ({ body: { tokenValue: value, ...body } }: TokenUse & { body: { newPassword: string } }) => ({
    ...body,
    value,
  }),
  answers: used("password"),
};

const customerOfToken = (purpose: Purpose) =>
  apiRoute(
    {
      ...view,
      id: `ct.customer-of-${purpose}-token`,
      path: `/customers/${purpose}-token={token}`,
      summary: `The customer of ${purpose === "email" ? "an email" : "a password"} token`,
    },
    {
      verb: accounts.ofToken,
      asks: ({ params }) => ({ purpose, value: params.token ?? "" }),
      answers: (result, { params }) => usable(purpose, params.token ?? "", result),
    },
  );

/** The tokens that a program mails to its customers by itself: to reset a password, or to confirm an address. */
export const tokenRoutes: readonly CommercetoolsRoute[] = [
  apiRoute(
    {
      ...manage,
      id: "ct.passwordToken",
      path: "/customers/password-token",
      summary: "A token to reset a customer's password with; the caller mails it",
      body: passwordTokenDraft,
    },
    {
      verb: accounts.issueToken,
      asks: ({ body: { email, ttlMinutes, invalidateOlderTokens } }) => ({
        purpose: "password" as const,
        customer: { email },
        minutes: ttlMinutes,
        invalidatesOlder: invalidateOlderTokens ?? false,
      }),
      answers: (token, { body }) => toToken(body.invalidateOlderTokens ?? false)(token),
      fails: absent(({ body }) => ({ id: body.email })),
    },
  ),
  apiRoute(
    {
      ...manage,
      id: "ct.emailToken",
      path: "/customers/email-token",
      summary: "A token to confirm a customer's email address with; the caller mails it",
      body: emailTokenDraft,
    },
    {
      verb: accounts.issueToken,
      asks: ({ body: { id, version, ttlMinutes, invalidateOlderTokens } }) => ({
        purpose: "email" as const,
        customer: { id },
        version,
        minutes: ttlMinutes,
        invalidatesOlder: invalidateOlderTokens ?? false,
      }),
      answers: (token, { body }) => toToken(body.invalidateOlderTokens ?? false)(token),
      fails: absent(({ body }) => ({ id: body.id })),
    },
  ),
  customerOfToken("password"),
  customerOfToken("email"),
  apiRoute(
    {
      ...manage,
      id: "ct.resetPassword",
      path: "/customers/password/reset",
      summary: "Set a customer's password with a token",
      body: passwordReset,
    },
    reset,
  ),
  apiRoute(
    {
      ...use,
      id: "ct.resetMyPassword",
      path: "/me/password/reset",
      summary: "Set the password with a token",
      body: passwordReset,
    },
    reset,
  ),
  apiRoute(
    {
      ...manage,
      id: "ct.confirmEmail",
      path: "/customers/email/confirm",
      summary: "Confirm a customer's email address with a token",
      body: emailConfirmation,
    },
    confirmation,
  ),
  apiRoute(
    {
      ...use,
      id: "ct.confirmMyEmail",
      path: "/me/email/confirm",
      summary: "Confirm the email address with a token",
      body: emailConfirmation,
    },
    confirmation,
  ),
];
