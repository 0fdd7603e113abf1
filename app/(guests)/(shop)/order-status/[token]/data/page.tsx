import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { numberOf } from "#lib/commerce/order/index.ts";
import { isOwnOrder } from "#lib/guest-checkout/index.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { EntryFrame } from "../../../../../_components/account/entry-frame.tsx";
import { Link } from "../../../../../_components/link.tsx";
import { OrderNumber } from "../../../../../_components/order/order-number.tsx";
import { orderBehind } from "../order-behind.ts";
import { KeptData } from "./kept-data.tsx";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.data");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/**
 * The data that the shop stores about a guest, to download or erase.
 */
export default async function GuestDataPage({ params }: Props) {
  const { token } = await params;
  const [order, t] = await Promise.all([orderBehind({ token }), getTranslations("account.data")]);
  const path = `/order-status/${encodeURIComponent(token)}`;
  const number = numberOf(order);
  const isOwn = isOwnOrder(await currentContext(), order);
  return (
    <EntryFrame title={t("title")} lead={<OrderNumber number={number}>{t("lead", { number })}</OrderNumber>}>
      <div className="space-y-8">
        <KeptData />
        <section aria-labelledby="download">
          <h2 id="download">{t("downloadTitle")}</h2>
          <p className="mt-2 mb-4 text-ink-soft">{t(isOwn ? "downloadLead" : "downloadOne")}</p>
          <a href={`${path}/data/download`} download className="button button-quiet">
            {t("download")}
          </a>
        </section>
        <section aria-labelledby="erase">
          <h2 id="erase">{t("eraseTitle")}</h2>
          <p className="mt-2 mb-4 text-ink-soft">{t("eraseLead")}</p>
          <Link href={`${path}/data/erase`} className="button button-warning">
            {t("erase")}
          </Link>
        </section>
        <Link href={path} className="link inline-flex min-h-11 items-center">
          {t("back")}
        </Link>
      </div>
    </EntryFrame>
  );
}
