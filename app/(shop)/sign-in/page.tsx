import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isEmpty } from "#lib/commerce/cart/index.ts";
import { returnPath } from "#lib/platform/return-path.ts";
import { signUpPath } from "#lib/storefront/account/entry-paths.ts";
import { knownContact } from "#lib/storefront/account/known-contact.ts";
import { accountStatus, titleAfter } from "#lib/storefront/account/status-words.ts";
import { formTitle } from "#lib/storefront/forms/form-title.ts";
import { currentCart } from "#lib/storefront/visitor/current-cart.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { EntryFrame } from "../../_components/account/entry-frame.tsx";
import { SignInForm } from "../../_components/account/sign-in-form.tsx";
import { Link } from "../../_components/link.tsx";
import { signIn } from "./sign-in.ts";

type Params = { next?: string | string[]; status?: string | string[] };
type Props = { searchParams: Promise<Params> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("account.signIn");
  return {
    title: await titleAfter(searchParams, await formTitle(t("title"))),
    robots: { index: false, follow: false },
  };
}

/** The introduction, depending on the page to return to. */
function leadFor(next: string | null, hasCart: boolean): string {
  if (next?.startsWith("/checkout/placed") || next?.startsWith("/order-status")) return "leadOrder";
  if (next?.startsWith("/checkout") && hasCart) return "leadCheckout";
  return next?.startsWith("/account/claim") ? "leadClaim" : "lead";
}

/** Signs in and returns to the previous page. */
export default async function SignInPage({ searchParams }: Props) {
  const next = returnPath((await searchParams).next);
  const ctx = await currentContext();
  if (ctx.actor.type === "customer") redirect(next ?? "/account");
  const [t, status, contact, cart] = await Promise.all([
    getTranslations("account.signIn"),
    accountStatus(searchParams),
    knownContact(ctx),
    currentCart(),
  ]);
  const confirmed = next?.startsWith("/account?verified=1") && !next.includes("error=");
  return (
    <EntryFrame
      title={t("title")}
      lead={t(leadFor(next, cart !== null && !isEmpty(cart)))}
      status={status ?? (confirmed ? { words: t("confirmed"), kind: "done" } : null)}
    >
      <SignInForm action={signIn} next={next} email={contact.email} />
      <p className="mt-8 border-t border-line pt-6">
        {t("newHere")}{" "}
        <Link href={signUpPath(next)} className="link">
          {t("signUp")}
        </Link>
      </p>
    </EntryFrame>
  );
}
