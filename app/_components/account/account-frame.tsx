import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Status } from "#lib/storefront/account/status-words.ts";
import { Link } from "../link.tsx";
import { SignOutButton } from "./sign-out-button.tsx";
import { StatusNotice } from "./status-notice.tsx";

const places = {
  overview: "/account",
  orders: "/account/orders",
  addresses: "/account/addresses",
  profile: "/account/profile",
};

type Props = { place: keyof typeof places; title: string; status?: Status | null; children: ReactNode };

/** The frame of account pages: navigation, status and content. */
export function AccountFrame({ place, title, status, children }: Props) {
  const t = useTranslations("account.nav");
  return (
    <div className="grid gap-8 lg:grid-cols-[min(12rem,30%)_1fr] lg:gap-[min(4rem,5vw)]">
      <nav aria-label={t("label")} className="no-print">
        <ul className="flex flex-wrap gap-x-6 gap-y-1 lg:flex-col">
          {Object.entries(places).map(([name, path]) => (
            <li key={name}>
              <Link href={path} aria-current={name === place ? "page" : undefined} className={item}>
                {t(name)}
              </Link>
            </li>
          ))}
          <li className="lg:mt-4 lg:border-t lg:border-line lg:pt-4">
            <SignOutButton className={item} />
          </li>
        </ul>
      </nav>
      <div className="min-w-0">
        <h1 className="mb-8">{title}</h1>
        <StatusNotice status={status} />
        {children}
      </div>
    </div>
  );
}

const item =
  "inline-flex min-h-11 cursor-pointer items-center font-medium decoration-2 underline-offset-8 hover:underline aria-[current]:font-semibold aria-[current]:text-marsh aria-[current]:underline";
