import { type Customer, customers } from "#lib/commerce/customer/index.ts";
import { accountEnds } from "#lib/commerce/privacy/index.ts";
import { apiRoute, type CommercetoolsRoute, type Reply } from "../dialect.ts";
import { sentVersion } from "../http/answers.ts";
import { namedIn } from "../http/name-in.ts";
import { versionParameters } from "../http/parameters.ts";
import type { Scope } from "../oauth/scopes.ts";
import { updateOf } from "./changes.ts";
import { customerUpdate } from "./schemas.ts";
import { toCustomer } from "./to-customer.ts";

type Access = { tag: string; scopes: readonly [Scope]; as: "client" };

/** A customer as a result. */
export function answers(customer: Customer): Reply {
  return { body: toCustomer(customer) };
}

/** The routes of a program to read, change and delete a customer by key or id. */
export function oneCustomer(
  name: "key" | "id",
  path: string,
  reading: Access,
  writing: Access,
): CommercetoolsRoute[] {
  const by = name === "key" ? " by its key" : "";
  const id = `ct.customer-by-${name}`;
  return [
    apiRoute(
      { ...reading, id: `${id}.get`, method: "GET", path, summary: `A customer${by}` },
      { verb: customers.get, asks: namedIn, answers },
    ),
    apiRoute(
      {
        ...writing,
        id: `${id}.update`,
        method: "POST",
        path,
        summary: `Change a customer${by}`,
        body: customerUpdate,
      },
      {
        verb: customers.update,
        asks: (call) => ({ customer: namedIn(call), ...updateOf(call.body) }),
        answers,
      },
    ),
    apiRoute(
      {
        ...writing,
        id: `${id}.delete`,
        method: "DELETE",
        path,
        summary: `Delete an account${by}`,
        query: versionParameters,
      },
      {
        verb: accountEnds.close,
        asks: (call) => ({ customer: namedIn(call), version: sentVersion(call.query) }),
        answers,
      },
    ),
  ];
}
