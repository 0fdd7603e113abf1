// Not from the folder's index, which would load better-auth: a worker does not need it.
import { linkHandlers } from "#lib/accounts/auth/link-guest.ts";
import { guestsPart } from "#lib/commerce/notifications/index.ts";
import type { Handler } from "#lib/commerce/order/handler.ts";
import { type PaymentProvider, paymentsPart } from "#lib/commerce/payment/index.ts";
import { type Mailer, mailer } from "#lib/mail/index.ts";
import type { Module } from "#lib/module.ts";
import { type Api, letFormsLeadTo, responseOf } from "#lib/platform/http/index.ts";
import { coreHandlers } from "#lib/worker/handlers.ts";

type ShopParts = {
  /** The payment providers, in display order. */
  payments: readonly PaymentProvider[];
  mailer: Mailer;
  modules: readonly Module[];
  /** Loads one function per API; it gets the modules, to serve their routes with its own. */
  apis: () => Promise<readonly ((modules: readonly Module[]) => Api | Promise<Api>)[]>;
};

export type Shop = {
  modules: readonly Module[];
  /** Loads the APIs, once: neither pages nor the worker need them. */
  apis(): Promise<readonly Api[]>;
  /** All event handlers: the core's, then the modules'. */
  handlers: readonly Handler[];
  /** Answers a request to one of the APIs; 404 for other paths. */
  serve(request: Request): Promise<Response>;
  /** The OpenAPI document at `path`, readable by other sites; 404 for other paths. */
  contract(path: string): Promise<Response>;
};

/** Assembles a shop: provides every part() of the layers below. The last shop created wins. */
export function createShop({ mailer: given, payments, modules, apis }: ShopParts): Shop {
  mailer.provide(given);
  paymentsPart.provide(payments);
  letFormsLeadTo(payments.flatMap(({ origins = [] }) => origins));
  linkHandlers.provide(modules.flatMap((module) => module.before?.["anonymous_account.linked"] ?? []));
  guestsPart.provide(modules.find((module) => module.guests)?.guests ?? null);
  let loading: Promise<readonly Api[]> | undefined;
  const load = async () => Promise.all((await apis()).map((api) => api(modules)));
  const served = () => {
    loading ??= load();
    return loading;
  };
  // Generated on demand.
  const documents = new Map<string, object>();
  return {
    modules,
    apis: served,
    handlers: [...coreHandlers, ...modules.flatMap((module) => module.handlers ?? [])],
    async serve(request) {
      const { pathname } = new URL(request.url);
      const api = (await served()).find(
        ({ mount }) => pathname === mount || pathname.startsWith(`${mount}/`),
      );
      return api ? responseOf(await api.serve(request)) : new Response(null, { status: 404 });
    },
    async contract(path) {
      const contract = (await served()).find((api) => api.contract?.path === path)?.contract;
      if (!contract) return new Response(null, { status: 404 });
      const document = documents.get(path) ?? contract.document();
      documents.set(path, document);
      const headers = { "access-control-allow-origin": "*", "x-content-type-options": "nosniff" };
      return Response.json(document, { headers });
    },
  };
}
