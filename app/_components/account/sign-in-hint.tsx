import { getTranslations } from "next-intl/server";
import { signInPath } from "#lib/storefront/account/entry-paths.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { Link } from "../link.tsx";

type Props = {
  /** The page to return to. */
  here: string;
  /** Whether the text before it has said that there is an account. */
  isKnown?: boolean;
};

/** A hint for shoppers with an account: signing in returns here with the same cart. Never a gate. */
export async function SignInHint({ here, isKnown = false }: Props) {
  const [{ actor }, t] = await Promise.all([currentContext(), getTranslations("account.hint")]);
  if (actor.type === "customer") return null;
  return (
    <p>
      {!isKnown && `${t("question")} `}
      <Link href={signInPath(here)} className="link inline-flex min-h-8 items-center">
        {t("signIn")}
      </Link>
    </p>
  );
}
