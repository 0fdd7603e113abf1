import * as z from "zod";
import { customerName } from "#lib/commerce/customer/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { customers, programs, verb } from "#lib/platform/verb/index.ts";
import { closeAccount } from "./close-account.ts";

const seen = z.object({ version: z.int() });
const throws = ["not_found", "version_conflict", "order_in_progress"] as const;

/** The operations to delete accounts. */
export const accountEnds = {
  closeOwn: verb(
    { name: "account.close-own", who: customers, takes: seen, throws, limits: [acts.changeAccount] },
    (ctx, { version }) => closeAccount(ctx, { customer: { id: ctx.actor.userId }, version }),
  ),
  close: verb(
    {
      name: "account.close",
      who: programs,
      takes: seen.extend({ customer: customerName }),
      throws,
      limits: [acts.manageShop],
    },
    closeAccount,
  ),
};
