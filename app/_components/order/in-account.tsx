import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { signInPath } from "#lib/storefront/account/entry-paths.ts";
import { EntryFrame } from "../account/entry-frame.tsx";
import { Link } from "../link.tsx";

type Props = {
  title: ReactNode;
  lead: string;
  /** The page of the account on which it is done. */
  page: string;
  back: { href: string; words: string };
};

/** Says that a guest's order has moved to an account, where its owner can do what this page is for. */
export function InAccount({ title, lead, page, back }: Props) {
  const t = useTranslations("account.order");
  return (
    <EntryFrame title={title} lead={lead}>
      <div className="flex flex-wrap gap-4">
        <Link href={signInPath(page)} className="button">
          {t("signIn")}
        </Link>
        <Link href={back.href} className="button button-quiet">
          {back.words}
        </Link>
      </div>
    </EntryFrame>
  );
}
