import { getCustomer, listCustomers } from "#lib/commerce/customer/index.ts";
import { deleteAccount } from "#lib/commerce/privacy/index.ts";
import { requireShopper } from "#lib/platform/context.ts";
import { versionConflict } from "#lib/platform/errors.ts";
import { listingOf } from "#lib/platform/filter/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { found, listed, sentVersion } from "../http/answers.ts";
import { type ApiCall, apiRoute, ok } from "../http/api-route.ts";
import { listParameters, versionParameters } from "../http/parameters.ts";
import type { Route } from "../http/router.ts";
import { customerQueryFields, parseListQuery } from "../query/index.ts";
import { callingGuest, cartMode, namedFormer } from "./guest.ts";
import { customerDraft, myCustomerDraft, mySignIn, signIn } from "./schemas.ts";
import { logIn, register } from "./sign-in.ts";
import { toCustomer } from "./to-customer.ts";

const profile = { scopes: ["manage_my_profile"] } as const;
const view = { scopes: ["view_customers"], as: "client" } as const;
const manage = { scopes: ["manage_customers"], as: "client" } as const;

/** Customers: oneself below /me, and all of them for programs (sheet 5). */
export const customerRoutes: readonly Route[] = [
  apiRoute(
    {
      id: "ct.signUp",
      method: "POST",
      path: "/me/signup",
      summary: "Open an account, with what the guest has",
      body: myCustomerDraft,
      limits: [acts.useCredentials],
      status: 201,
      ...profile,
      as: "anyone",
    },
    async ({ ctx, body }) => {
      const draft = await body();
      return ok(await register(draft, { guest: callingGuest(ctx, "merge"), cart: null, mode: "merge" }));
    },
  ),
  apiRoute(
    {
      id: "ct.logIn",
      method: "POST",
      path: "/me/login",
      summary: "Sign in, with what the guest has",
      body: mySignIn,
      limits: [acts.useCredentials],
      ...profile,
      as: "anyone",
    },
    async ({ ctx, body }) => {
      const { activeCartSignInMode, ...credentials } = await body();
      const mode = cartMode(activeCartSignInMode);
      return ok(await logIn(credentials, { guest: callingGuest(ctx, mode), cart: null, mode }));
    },
  ),
  apiRoute(
    {
      id: "ct.createCustomer",
      method: "POST",
      path: "/customers",
      summary: "Open an account for somebody",
      body: customerDraft,
      limits: [acts.useCredentials],
      status: 201,
      ...manage,
    },
    async ({ ctx, body }) => {
      const draft = await body();
      return ok(await register(draft, await namedFormer(ctx, draft, "merge")));
    },
  ),
  apiRoute(
    {
      id: "ct.logInCustomer",
      method: "POST",
      path: "/login",
      summary: "Sign somebody in",
      body: signIn,
      limits: [acts.useCredentials],
      ...manage,
    },
    async ({ ctx, body }) => {
      const { email, password, anonymousCartSignInMode, ...named } = await body();
      const former = await namedFormer(ctx, named, cartMode(anonymousCartSignInMode));
      return ok(await logIn({ email, password }, former));
    },
  ),
  apiRoute(
    { id: "ct.me", method: "GET", path: "/me", summary: "The customer", ...profile, as: "customer" },
    async ({ ctx }) => ok(toCustomer(await getCustomer(ctx, { id: requireShopper(ctx).userId }))),
  ),
  apiRoute(
    {
      id: "ct.deleteMe",
      method: "DELETE",
      path: "/me",
      summary: "Close the account",
      query: versionParameters,
      limits: [acts.changeAccount],
      ...profile,
      as: "customer",
    },
    (call) => end(call, requireShopper(call.ctx).userId),
  ),
  apiRoute(
    {
      id: "ct.deleteCustomer",
      method: "DELETE",
      path: "/customers/{id}",
      summary: "Close an account",
      query: versionParameters,
      limits: [acts.manageShop],
      ...manage,
    },
    (call) => end(call, call.params.id ?? ""),
  ),
  apiRoute(
    {
      id: "ct.listCustomers",
      method: "GET",
      path: "/customers",
      summary: "Customers, a page at a time",
      query: listParameters,
      ...view,
    },
    async (call) => {
      const query = parseListQuery(call.query);
      const { customers, total } = await listCustomers(call.ctx, listingOf(customerQueryFields, query));
      return listed(call, { ...query, total }, customers.map(toCustomer));
    },
  ),
  apiRoute(
    { id: "ct.customer", method: "GET", path: "/customers/{id}", summary: "A customer", ...view },
    ({ ctx, params: { id = "" } }) => found({ id }, async () => toCustomer(await getCustomer(ctx, { id }))),
  ),
];

/** Ends an account as it was seen. Its person goes from its orders too, with `dataErasure` and without. */
function end({ ctx, query }: ApiCall, id: string) {
  const version = sentVersion(query);
  return found({ id }, async () => {
    const customer = await getCustomer(ctx, { id });
    if (customer.version !== version) throw versionConflict(id, version, customer.version);
    await deleteAccount({ actor: { type: "customer", userId: id, ...customer } });
    return toCustomer(customer);
  });
}
