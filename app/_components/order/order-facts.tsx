import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OrderResponse } from "#lib/dialects/store-api/index.ts";
import { AddressBlock } from "../address-block.tsx";
import { CatalogueText } from "../catalogue-text.tsx";
import { ShipTo } from "../ship-to.tsx";

/** Whom we write to, where it goes, how it is paid. */
export function OrderFacts({ order }: { order: OrderResponse }) {
  const t = useTranslations("shop.order");
  const ways = useTranslations("shop.payment.options");
  const { contact, shippingAddress, billingAddress, shippingMethod, payment } = order;
  const way = payment && `${payment.provider}.${payment.method}`;
  const sameAddress = JSON.stringify(billingAddress) === JSON.stringify(shippingAddress);
  return (
    <dl className="grid gap-x-8 gap-y-6 border-t border-line pt-8 sm:grid-cols-2">
      <Fact name={t("shipTo")}>
        <ShipTo sale={order} />
      </Fact>
      <Fact name={t("billTo")}>
        {sameAddress ? t("sameAddress") : <AddressBlock address={billingAddress} />}
      </Fact>
      {(contact.email || contact.phone) && (
        <Fact name={t("contact")}>
          {contact.email && (
            <span className="block">
              <bdi>{contact.email}</bdi>
            </span>
          )}
          {contact.phone && (
            <span className="block">
              <bdi dir="ltr">{contact.phone}</bdi>
            </span>
          )}
        </Fact>
      )}
      {shippingMethod && (
        <Fact name={t("method")}>
          <CatalogueText>{shippingMethod.name}</CatalogueText>
        </Fact>
      )}
      {payment && way && (
        <Fact name={t("payment")}>
          {t("paymentBy", {
            way: ways.has(way) ? ways(way) : payment.provider,
            status: t(`paymentStatus.${payment.status}`),
          })}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="break-inside-avoid">
      <dt className="mb-1 font-semibold">{name}</dt>
      <dd className="text-ink-soft">{children}</dd>
    </div>
  );
}
