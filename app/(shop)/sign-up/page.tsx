import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { returnPath } from "#lib/platform/return-path.ts";
import { signInPath } from "#lib/storefront/account/entry-paths.ts";
import { knownContact } from "#lib/storefront/account/known-contact.ts";
import { formTitle } from "#lib/storefront/forms/form-title.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { EntryFrame } from "../../_components/account/entry-frame.tsx";
import { SignUpForm } from "../../_components/account/sign-up-form.tsx";
import { Link } from "../../_components/link.tsx";
import { signUp } from "./sign-up.ts";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signUp");
  return { title: await formTitle(t("title")), robots: { index: false, follow: false } };
}

/** A new account. */
export default async function SignUpPage({ searchParams }: Props) {
  const next = returnPath((await searchParams).next);
  const ctx = await currentContext();
  if (ctx.actor.type === "customer") redirect(next ?? "/account");
  const [t, contact] = await Promise.all([getTranslations("account.signUp"), knownContact(ctx)]);
  return (
    <EntryFrame title={t("title")} lead={t("lead")}>
      <SignUpForm action={signUp} next={next} contact={contact} />
      <p className="mt-8 border-t border-line pt-6">
        {t("haveOne")}{" "}
        <Link href={signInPath(next)} className="link">
          {t("signIn")}
        </Link>
      </p>
    </EntryFrame>
  );
}
