import { accounts } from "#lib/accounts/verbs.ts";
import type { Customer } from "#lib/commerce/customer/index.ts";
import { apiRoute, type CommercetoolsRoute, type Reply } from "../dialect.ts";
import { absent } from "../http/name-in.ts";
import { Refusal } from "../http/refusal.ts";
import { myPasswordChange, passwordChange } from "./access-schemas.ts";
import { answers } from "./one-customer.ts";

const change = { tag: "Customers", method: "POST" } as const;

/** @throws Refusal InvalidCurrentPassword */
function changed(customer: Customer | null): Reply {
  if (customer) return answers(customer);
  const message = "The given current password does not match.";
  throw new Refusal(400, { code: "InvalidCurrentPassword", message });
}

/** Changing a password with the current one. */
export const passwordRoutes: readonly CommercetoolsRoute[] = [
  apiRoute(
    {
      ...change,
      scopes: ["manage_my_profile"],
      as: "customer",
      id: "ct.changeMyPassword",
      path: "/me/password",
      summary: "Change the password, which ends all tokens of the customer",
      body: myPasswordChange,
    },
    {
      verb: accounts.changePassword,
      asks: ({ ctx, body }) => ({ ...body, id: ctx.actor.userId, email: ctx.actor.email }),
      answers: changed,
    },
  ),
  apiRoute(
    {
      ...change,
      scopes: ["manage_customers"],
      as: "client",
      id: "ct.changePassword",
      path: "/customers/password",
      summary: "Change a customer's password, which ends all tokens of the customer",
      body: passwordChange,
    },
    {
      verb: accounts.changePassword,
      asks: ({ body }) => body,
      answers: changed,
      fails: absent(({ body }) => ({ id: body.id })),
    },
  ),
];
