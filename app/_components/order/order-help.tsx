import { useTranslations } from "next-intl";
import { EmailAddress } from "../email-address.tsx";
import { Icon } from "../icon.tsx";

/** Whom to ask about the order: the shop, at `address`. */
export function OrderHelp({ address, number }: { address: string; number: string }) {
  const t = useTranslations("shop.order.help");
  const href = `mailto:${address}?${new URLSearchParams({ subject: number })}`;
  return (
    <section aria-labelledby="order-help" className="flex gap-3">
      <Icon name="help" className="mt-0.5 size-6 text-marsh" />
      <div className="min-w-0">
        <h2 id="order-help" className="font-sans text-base font-semibold">
          {t("title")}
        </h2>
        <p className="mt-1 text-[0.9375rem] text-ink-soft">
          {t.rich("text", {
            address: () => (
              <a href={href} className="link inline-flex min-h-6 items-center">
                <EmailAddress>{address}</EmailAddress>
              </a>
            ),
          })}
        </p>
      </div>
    </section>
  );
}
