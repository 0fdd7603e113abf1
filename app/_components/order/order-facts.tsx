import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoney } from "#lib/platform/money.ts";
import type { ShownOrder } from "#lib/storefront/order/shown-order.ts";
import { AddressBlock } from "../address-block.tsx";
import { CatalogueText } from "../catalogue/catalogue-text.tsx";
import { EmailAddress } from "../email-address.tsx";
import { Icon, type IconName } from "../icon.tsx";
import { ShipTo } from "../product/ship-to.tsx";

/** Contact, addresses and payment of an order. */
export function OrderFacts({ order, wayToPay }: Pick<ShownOrder, "order" | "wayToPay">) {
  const t = useTranslations("shop.order");
  const { email, phone, shippingAddress, billingAddress, shippingMethod, payment } = order;
  const sameAddress = JSON.stringify(billingAddress) === JSON.stringify(shippingAddress);
  return (
    <dl className="grid gap-x-8 gap-y-7 border-t border-line pt-8 sm:grid-cols-2">
      <Fact icon="pin" name={t("shipTo")}>
        <ShipTo sale={order} />
      </Fact>
      <Fact icon="receipt" name={t("billTo")}>
        {sameAddress ? t("sameAddress") : <AddressBlock address={billingAddress} />}
      </Fact>
      {(email || phone) && (
        <Fact icon="mail" name={t("contact")}>
          {email && (
            <span className="block">
              <EmailAddress>{email}</EmailAddress>
            </span>
          )}
          {phone && (
            <span className="block">
              <bdi dir="ltr">{phone}</bdi>
            </span>
          )}
        </Fact>
      )}
      {shippingMethod && (
        <Fact icon="truck" name={t("method")}>
          <CatalogueText>{shippingMethod.name}</CatalogueText>
        </Fact>
      )}
      {payment && wayToPay && (
        <Fact icon="card" name={t("payment")}>
          {t("paymentBy", { way: wayToPay, status: t(`paymentStatus.${payment.status}`) })}
          <Balance order={order} />
        </Fact>
      )}
    </dl>
  );
}

/** The amounts paid, refunded, on their way back and due, unless the status has said it: all is paid, or refunded. */
function Balance({ order: { balance, totals, currency } }: Pick<ShownOrder, "order">) {
  const t = useTranslations("shop.order.balance");
  const locale = useLocale();
  const parts = (["paid", "refunded", "refunding", "due"] as const).filter((part) => balance[part] > 0);
  if (parts.every((part) => balance[part] === totals.total && part !== "refunding")) return null;
  return parts.map((part) => (
    <span key={part} className="block">
      {t(part, { amount: formatMoney(balance[part], currency, locale) })}
    </span>
  ));
}

function Fact({ icon, name, children }: { icon: IconName; name: string; children: ReactNode }) {
  return (
    <div className="relative break-inside-avoid ps-9">
      <dt className="mb-1 font-semibold">
        <Icon name={icon} className="absolute start-0 top-0.5 size-6 text-marsh" />
        {name}
      </dt>
      <dd className="text-ink-soft">{children}</dd>
    </div>
  );
}
