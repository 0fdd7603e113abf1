import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Cart } from "#lib/commerce/cart/index.ts";
import { addressLines } from "#lib/platform/address/address-lines.ts";
import type { Address } from "#lib/platform/address.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { spacedPhone } from "#lib/platform/phone.ts";
import { Arrival } from "../arrival.tsx";
import { CatalogueText } from "../catalogue/catalogue-text.tsx";

/** Where an order goes and how, as the folded section shows it. */
export function GivenDelivery({ cart }: { cart: Cart }) {
  const t = useTranslations("shop.payment");
  const order = useTranslations("shop.order");
  const locale = useLocale();
  const { phone, shippingAddress, billingAddress, shippingMethod, deliveryNote, currency } = cart;
  return (
    <dl className="space-y-1">
      {shippingAddress && (
        <Fact name={t("shipTo")}>
          <OnOneLine address={shippingAddress} />
          {phone && (
            <bdi dir="ltr" className="block rtl:text-right">
              {spacedPhone(phone)}
            </bdi>
          )}
        </Fact>
      )}
      {deliveryNote && (
        <Fact name={order("note")} isShown>
          <bdi className="whitespace-pre-line">{deliveryNote}</bdi>
        </Fact>
      )}
      {shippingMethod && (
        <Fact name={t("method")}>
          <CatalogueText>{shippingMethod.name}</CatalogueText>
          {` · ${formatMoney(shippingMethod.price, currency, locale)} · `}
          <Arrival method={shippingMethod} country={cart.country} />
        </Fact>
      )}
      <Fact name={t("billTo")} isShown>
        {billingAddress ? <OnOneLine address={billingAddress} /> : t("sameAddress")}
      </Fact>
    </dl>
  );
}

type FactProps = { name: string; isShown?: boolean; children: ReactNode };

/** A name that repeats what is visible is only read out. */
function Fact({ name, isShown = false, children }: FactProps) {
  return (
    <div>
      <dt className={isShown ? "inline text-ink-soft" : "sr-only"}>{`${name}: `}</dt>
      <dd className="inline">{children}</dd>
    </div>
  );
}

/** In the direction of its own first letter, as on a parcel. */
function OnOneLine({ address }: { address: Address }) {
  return <bdi>{addressLines(address, useLocale()).join(", ")}</bdi>;
}
