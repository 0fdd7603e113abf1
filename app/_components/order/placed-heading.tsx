import { useTranslations } from "next-intl";
import type { ShownOrder } from "#lib/storefront/shown-order.ts";
import { Icon } from "../icon.tsx";

/** The heading of a placed order: thanks, its number, and where the confirmation goes; or that it was cancelled. */
export function PlacedHeading({ order, mailsLink }: { order: ShownOrder["order"]; mailsLink: boolean }) {
  const t = useTranslations("shop.placed");
  const { firstName } = order.billingAddress;
  const cancelled = order.status === "cancelled";
  const thanks = typeof firstName === "string" ? t("greeting", { name: firstName }) : t("title");
  const { email } = order;
  return (
    <div className="rounded-picture bg-sky-soft px-6 py-8 sm:px-10 sm:py-10 print:p-0">
      <span
        aria-hidden="true"
        className="no-print mb-5 grid size-14 place-items-center rounded-full bg-marsh text-on-marsh"
      >
        <Icon name={cancelled ? "warning" : "check"} className="size-7" />
      </span>
      <h1>{cancelled ? t("cancelled") : thanks}</h1>
      <p className="mt-5 text-ink-soft">{t("numberLabel")}</p>
      <p className="font-display text-3xl font-bold sm:text-4xl">
        <bdi>{order.number}</bdi>
      </p>
      {mailsLink && email && !cancelled && (
        <p className="mt-6 max-w-prose text-lg">
          {t.rich("mail", {
            email: () => (
              <strong className="font-semibold">
                <bdi>{email}</bdi>
              </strong>
            ),
          })}
        </p>
      )}
      <p className="no-print mt-1 text-ink-soft">{t("print")}</p>
    </div>
  );
}
