import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Order } from "#lib/commerce/order/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { signInPath, signUpPath } from "#lib/storefront/account/entry-paths.ts";
import { account } from "#lib/storefront/account/verbs.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { EmailAddress } from "../email-address.tsx";
import { Link } from "../link.tsx";
import { KeepOrderForm } from "./keep-order-form.tsx";

type Props = {
  order: Pick<Order, "id" | "events" | "status">;
  /** The page that shows the order, to come back to. */
  here: string;
};

/**
 * Offers to keep a guest's order in an account, with just a password if possible, otherwise with a link. Somebody who
 * has cancelled wants no such offer; an order that is in an account already still says so.
 */
export async function KeepOrder({ order, here }: Props) {
  const [option, t] = await Promise.all([
    perform(account.waysToKeep, await currentContext(), order),
    getTranslations("account.keep"),
  ]);
  if (!option || (order.status === "cancelled" && option.way !== "kept")) return null;
  return (
    <section aria-labelledby="keep-order" className="card no-print p-5 sm:p-6">
      <h2 id="keep-order">{t(option.way === "kept" ? "keptTitle" : "title")}</h2>
      {option.way === "password" && <KeepOrderForm orderId={order.id} here={here} option={option} />}
      {option.way === "signIn" && (
        <Offer
          text={t.rich("known", { email: () => <EmailAddress>{option.email}</EmailAddress> })}
          href={signInPath(here)}
          action={t("knownAction")}
        />
      )}
      {option.way === "kept" && (
        <Offer text={t("kept")} href={signInPath("/account/orders")} action={t("keptAction")} />
      )}
      {option.way === "ask" && <Offer text={t("several")} href={signUpPath()} action={t("signUp")} />}
      {option.way === "signUp" && <Offer text={t("elsewhere")} href={signUpPath()} action={t("signUp")} />}
    </section>
  );
}

function Offer({ text, href, action }: { text: ReactNode; href: string; action: string }) {
  return (
    <>
      <p className="mt-2">{text}</p>
      <Link href={href} className="button button-quiet mt-5">
        {action}
      </Link>
    </>
  );
}
