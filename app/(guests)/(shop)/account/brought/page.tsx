import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { brought } from "#lib/guest-checkout/index.ts";
import { returnPath } from "#lib/platform/return-path.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { maskEmail } from "#lib/storefront/account/mask-email.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { currentCart } from "#lib/storefront/visitor/current-cart.ts";
import { MergeNotice } from "../../../../_components/account/merge-notice.tsx";
import { OrderList } from "../../../../_components/account/order-list.tsx";
import { ActionForm } from "../../../../_components/form/action-form.tsx";
import { HiddenField } from "../../../../_components/form/hidden-field.tsx";
import { SubmitButton } from "../../../../_components/form/submit-button.tsx";
import { Icon } from "../../../../_components/icon.tsx";
import { Link } from "../../../../_components/link.tsx";
import { leave } from "./leave.ts";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.brought");
  return { title: t("metaTitle"), robots: { index: false, follow: false } };
}

/** After a sign-in: the orders of another address that came along, and the way to leave them. */
export default async function BroughtPage({ searchParams }: Props) {
  requireGuests();
  const next = returnPath((await searchParams).next);
  const onward = next ?? "/account/orders";
  const ctx = await requireAccount("/account/brought");
  const [orders, cart, t, format] = await Promise.all([
    perform(brought.list, ctx, {}),
    currentCart(),
    getTranslations("account.brought"),
    getFormatter(),
  ]);
  if (orders.length === 0) redirect(onward);
  const count = orders.length;
  const emails = format.list(new Set(orders.flatMap(({ email }) => (email ? [maskEmail(email)] : []))));
  return (
    <div className="mx-auto max-w-2xl">
      <h1>{t("title", { count })}</h1>
      <p className="mt-3 text-lg">{t("lead", { count, emails })}</p>
      <div className="my-8">
        <OrderList orders={orders} />
      </div>
      {cart && <MergeNotice cart={cart} />}
      <div className="flex flex-wrap gap-4">
        <Link href={onward} className="button">
          <Icon name="check" />
          {t("keep", { count })}
        </Link>
        <ActionForm id="leave" action={leave}>
          {next && <HiddenField name="next" value={next} />}
          <SubmitButton busy={t("undoing")} label={t("undoLabel", { count })} className="button button-quiet">
            <Icon name="undo" />
            {t("undo")}
          </SubmitButton>
        </ActionForm>
      </div>
      <p className="mt-4 text-ink-soft">{t("undoHint", { count })}</p>
    </div>
  );
}
