import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { erasures } from "#lib/guest-checkout/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { answerWith } from "#lib/platform/http/reached.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { DeadEnd } from "../../../../../../../_components/dead-end.tsx";
import { Icon } from "../../../../../../../_components/icon.tsx";
import { Link } from "../../../../../../../_components/link.tsx";
import { orderBehind } from "../../../order-behind.ts";
import { EraseQuestion } from "../erase-question.tsx";

type Props = { params: Promise<{ token: string; proof: string }> };

/** Whether the mailed link still erases something: it may be used up, too old, or cut short. */
const isGood = cache(async (token: string, proof: string): Promise<boolean> => {
  await orderBehind({ token });
  try {
    await perform(erasures.open, await currentContext(), { token, proof });
    return true;
  } catch (error) {
    if (isDomainError(error, "not_found")) return false;
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token, proof } = await params;
  const [t, words] = await Promise.all([getTranslations("account.erase"), getTranslations("account.order")]);
  const title = (await isGood(token, proof)) ? t("title") : words("deadTitle");
  return { title, robots: { index: false, follow: false } };
}

/** Asks before the data is erased by the mailed link. Opening it changes nothing: mail programs open links, too. */
export default async function EraseByMailPage({ params }: Props) {
  const { token, proof } = await params;
  if (await isGood(token, proof)) return <EraseQuestion token={token} proof={proof} />;
  answerWith(404);
  const [t, words] = await Promise.all([getTranslations("account.erase"), getTranslations("account.order")]);
  return (
    <DeadEnd
      mark={<Icon name="warning" className="size-9" />}
      title={words("deadTitle")}
      lead={t("deadLead")}
    >
      <Link href={`/order-status/${encodeURIComponent(token)}/data/erase`} className="button">
        {words("askAgain")}
      </Link>
    </DeadEnd>
  );
}
