import { customers } from "#lib/commerce/customer/index.ts";
import { accountEnds } from "#lib/commerce/privacy/index.ts";
import { listingOf } from "#lib/platform/filter/index.ts";
import { toOneCart } from "../carts/to-cart.ts";
import { apiRoute, type CommercetoolsRoute, type Reply } from "../dialect.ts";
import { listed, sentVersion } from "../http/answers.ts";
import { listParameters, versionParameters } from "../http/parameters.ts";
import { customerQueryFields, parseListQuery } from "../query/index.ts";
import { asProgram } from "./as-program.ts";
import { updateOf } from "./changes.ts";
import { answers, oneCustomer } from "./one-customer.ts";
import { customerDraft, myCustomerDraft, myCustomerUpdate, mySignIn, signIn } from "./schemas.ts";
import type { SignedIn } from "./sign-in.ts";
import { toCustomer } from "./to-customer.ts";
import { signIns } from "./verbs.ts";

const profile = { tag: "Customers", scopes: ["manage_my_profile"] } as const;
const view = { tag: "Customers", scopes: ["view_customers"], as: "client" } as const;
const manage = { tag: "Customers", scopes: ["manage_customers"], as: "client" } as const;

/** CustomerSignInResult: the customer, and the current cart if any. */
const signedIn = async ({ customer, cart }: SignedIn): Promise<Reply> => ({
  body: { customer: toCustomer(customer), ...(cart && { cart: await toOneCart(asProgram, cart) }) },
});

/** Customers: the caller below /me, and all of them for programs. */
export const customerRoutes: readonly CommercetoolsRoute[] = [
  apiRoute(
    {
      ...profile,
      as: "anyone",
      id: "ct.signUp",
      method: "POST",
      path: "/me/signup",
      summary: "Create an account, and convert the guest",
      body: myCustomerDraft,
      status: 201,
    },
    { verb: signIns.register, asks: ({ body }) => body, answers: signedIn },
  ),
  apiRoute(
    {
      ...profile,
      as: "anyone",
      id: "ct.logIn",
      method: "POST",
      path: "/me/login",
      summary: "Sign in, and convert the guest",
      body: mySignIn,
    },
    {
      verb: signIns.logIn,
      asks: ({ body }) => ({ ...body, mode: body.activeCartSignInMode }),
      answers: signedIn,
    },
  ),
  apiRoute(
    {
      ...manage,
      id: "ct.createCustomer",
      method: "POST",
      path: "/customers",
      summary: "Create a customer's account",
      body: customerDraft,
      status: 201,
    },
    { verb: signIns.register, asks: ({ body }) => body, answers: signedIn },
  ),
  apiRoute(
    {
      ...manage,
      id: "ct.logInCustomer",
      method: "POST",
      path: "/login",
      summary: "Sign a customer in",
      body: signIn,
    },
    {
      verb: signIns.logIn,
      asks: ({ body }) => ({ ...body, mode: body.anonymousCartSignInMode }),
      answers: signedIn,
    },
  ),
  apiRoute(
    { ...profile, as: "customer", id: "ct.me", method: "GET", path: "/me", summary: "The customer" },
    { verb: customers.get, asks: ({ ctx }) => ({ id: ctx.actor.userId }), answers },
  ),
  apiRoute(
    {
      ...profile,
      as: "customer",
      id: "ct.deleteMe",
      method: "DELETE",
      path: "/me",
      summary: "Delete the account",
      query: versionParameters,
    },
    { verb: accountEnds.closeOwn, asks: ({ query }) => ({ version: sentVersion(query) }), answers },
  ),
  apiRoute(
    {
      ...profile,
      as: "customer",
      id: "ct.updateMe",
      method: "POST",
      path: "/me",
      summary: "Change the account",
      body: myCustomerUpdate,
    },
    {
      verb: customers.update,
      asks: ({ ctx, body }) => ({ customer: { id: ctx.actor.userId }, ...updateOf(body) }),
      answers,
    },
  ),
  apiRoute(
    {
      ...view,
      id: "ct.listCustomers",
      method: "GET",
      path: "/customers",
      summary: "A page of customers",
      query: listParameters,
    },
    {
      verb: customers.search,
      asks: ({ query }) => listingOf(customerQueryFields, parseListQuery(query)),
      answers: ({ customers, total }, call) => listed(call, { total, results: customers.map(toCustomer) }),
    },
  ),
  ...oneCustomer("key", "/customers/key={key}", view, manage),
  ...oneCustomer("id", "/customers/{id}", view, manage),
];
