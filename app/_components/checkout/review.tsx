import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Cart } from "#lib/commerce/cart/index.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { checkoutSteps, stepPath } from "#lib/storefront/checkout-steps.ts";
import { daysIn } from "#lib/storefront/delivery-days.ts";
import { AddressBlock } from "../address-block.tsx";
import { CatalogueText } from "../catalogue-text.tsx";
import { ShipTo } from "../ship-to.tsx";

/** The shopper's input so far, with links to change it. */
export function Review({ cart }: { cart: Cart }) {
  const t = useTranslations("shop.payment");
  const locale = useLocale();
  const delivery = useTranslations("shop.delivery");
  const { email, contactName, phone, shippingAddress, billingAddress, shippingMethod, currency } = cart;
  const asksContact = checkoutSteps().includes("contact");
  return (
    <section aria-label={t("review")}>
      <dl className="card divide-y divide-line px-5 sm:px-6">
        {asksContact && email && (
          <Item name={t("contact")} href={stepPath("contact")} change={t("changeContact")}>
            <p>
              <bdi>{email}</bdi>
            </p>
            {contactName && (
              <p>
                <bdi>{contactName}</bdi>
              </p>
            )}
            {phone && (
              <p>
                <bdi dir="ltr">{phone}</bdi>
              </p>
            )}
          </Item>
        )}
        {shippingAddress && (
          <Item name={t("shipTo")} href={stepPath("delivery")} change={t("changeAddress")}>
            <ShipTo sale={cart} />
          </Item>
        )}
        <Item name={t("billTo")} href={stepPath("delivery")} change={t("changeBilling")}>
          {billingAddress ? <AddressBlock address={billingAddress} /> : <p>{t("sameAddress")}</p>}
        </Item>
        {shippingMethod && (
          <Item name={t("method")} href={stepPath("delivery")} change={t("changeMethod")}>
            <p>
              <CatalogueText>{shippingMethod.name}</CatalogueText> ·{" "}
              {formatMoney(shippingMethod.price, currency, locale)}
            </p>
            <p className="text-ink-soft">{delivery("days", daysIn(shippingMethod))}</p>
          </Item>
        )}
      </dl>
    </section>
  );
}

function Item({
  name,
  href,
  change,
  children,
}: {
  name: string;
  href: string;
  change: string;
  children: ReactNode;
}) {
  const t = useTranslations("shop.checkout");
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-4 py-4 sm:grid-cols-[7rem_1fr_auto]">
      <dt className="row-start-1 text-ink-soft">{name}</dt>
      <dd className="col-span-2 row-start-2 min-w-0 sm:col-span-1 sm:row-start-1">{children}</dd>
      <dd className="row-start-1 sm:col-start-3">
        <Link href={href} aria-label={change} className="link inline-flex min-h-6 items-center">
          {t("change")}
        </Link>
      </dd>
    </div>
  );
}
