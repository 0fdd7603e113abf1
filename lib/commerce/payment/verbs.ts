import * as z from "zod";
import { languages } from "#lib/platform/i18n/languages.ts";
import { shoppers, verb } from "#lib/platform/verb/index.ts";
import { offeredPayments } from "./providers.ts";
import { wordsOf } from "./words-of.ts";

/** The operations on payment methods (specification). */
export const payments = {
  /** The offered providers with their methods, in a language, or in the provider's own words. */
  list: verb(
    {
      name: "payment.list",
      who: shoppers,
      takes: z.object({ language: z.enum(languages).optional() }),
      throws: [],
      limits: { none: "only reads what the shop offers" },
    },
    (_ctx, { language }) =>
      offeredPayments().map((provider) => ({
        id: provider.id,
        icon: provider.icon,
        ...(language ? wordsOf(provider, language) : { title: provider.title, methods: provider.methods }),
      })),
  ),
};
