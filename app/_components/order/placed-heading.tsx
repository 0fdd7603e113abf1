import { useTranslations } from "next-intl";
import type { ShownOrder } from "#lib/storefront/order/shown-order.ts";
import { StepHeading } from "../checkout/step-heading.tsx";
import { EmailAddress } from "../email-address.tsx";
import { OrderNumber } from "./order-number.tsx";

/** The heading of a placed order: thanks, its number, and where the confirmation goes; or that it was cancelled. */
export function PlacedHeading({ order, mailsLink }: { order: ShownOrder["order"]; mailsLink: boolean }) {
  const t = useTranslations("shop.placed");
  const { firstName } = order.billingAddress;
  const cancelled = order.status === "cancelled";
  const thanks = typeof firstName === "string" ? t("greeting", { name: firstName }) : t("title");
  const { email } = order;
  return (
    <div className="rounded-card bg-sky-soft p-5 sm:p-8 print:p-0">
      <StepHeading level="h1" autoFocus={true}>
        {cancelled ? t("cancelled") : thanks}
      </StepHeading>
      <p className="mt-6 text-ink-soft">{t("numberLabel")}</p>
      <p className="text-[min(1.875rem,8vw)] font-semibold tracking-wide sm:text-4xl">
        <OrderNumber number={order.number}>{order.number}</OrderNumber>
      </p>
      {mailsLink && email && !cancelled && (
        <p className="mt-6 max-w-prose text-lg">
          {t.rich("mail", {
            email: () => (
              <strong className="font-semibold">
                <EmailAddress>{email}</EmailAddress>
              </strong>
            ),
          })}
        </p>
      )}
      {!cancelled && <p className="no-print mt-1 text-ink-soft">{t("print")}</p>}
    </div>
  );
}
