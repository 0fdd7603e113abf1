import { linkHandlers } from "#lib/accounts/auth/index.ts";
import { guestsPart } from "#lib/commerce/notifications/index.ts";
import type { Handler } from "#lib/commerce/order/handler.ts";
import { type PaymentProvider, paymentsPart } from "#lib/commerce/payment/index.ts";
import { type Mailer, mailer } from "#lib/mail/index.ts";
import type { Module } from "#lib/module.ts";
import { type Api, letFormsLeadTo } from "#lib/platform/http/index.ts";
import { coreHandlers } from "#lib/worker/handlers.ts";

export type ShopParts = {
  /** The ways to pay, in the order to offer them. */
  payments: readonly PaymentProvider[];
  mailer: Mailer;
  modules: readonly Module[];
  /** One function an API; it gets the modules, whose routes it serves with its own. */
  apis: readonly ((modules: readonly Module[]) => Api)[];
};

export type Shop = {
  modules: readonly Module[];
  apis: readonly Api[];
  /** Everybody who hears of events: the core, then the modules. */
  handlers: readonly Handler[];
  /** Answers a request to one of the APIs; 404 for another address. */
  serve(request: Request): Promise<Response>;
  /** The contract that is read at `path`, also by another site's page; 404 where there is none. */
  contract(path: string): Response;
};

/** Puts a shop together: hands every part below what it needs of the others. The last shop that is made counts. */
export function createShop({ mailer: given, payments, modules, apis }: ShopParts): Shop {
  mailer.handIn(given);
  paymentsPart.handIn(payments);
  letFormsLeadTo(payments.flatMap(({ origins = [] }) => origins));
  linkHandlers.handIn(modules.flatMap((module) => module.before?.["anonymous_account.linked"] ?? []));
  guestsPart.handIn(modules.find((module) => module.guests)?.guests ?? null);
  const served = apis.map((api) => api(modules));
  // Made when somebody reads them.
  const documents = new Map<string, object>();
  return {
    modules,
    apis: served,
    handlers: [...coreHandlers, ...modules.flatMap((module) => module.handlers ?? [])],
    async serve(request) {
      const { pathname } = new URL(request.url);
      const api = served.find(({ mount }) => pathname === mount || pathname.startsWith(`${mount}/`));
      return api ? api.serve(request) : new Response(null, { status: 404 });
    },
    contract(path) {
      const contract = served.find((api) => api.contract?.path === path)?.contract;
      if (!contract) return new Response(null, { status: 404 });
      const document = documents.get(path) ?? contract.document();
      documents.set(path, document);
      return Response.json(document, { headers: { "access-control-allow-origin": "*" } });
    },
  };
}
