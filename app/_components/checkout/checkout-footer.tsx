import { useTranslations } from "next-intl";
import { shopAddress as address } from "#lib/storefront/order/shop-address.ts";
import { EmailAddress } from "../email-address.tsx";
import { LanguageChoice } from "../frame/language-choice.tsx";

/** The footer of the checkout: whom to ask for help, and the language. */
export function CheckoutFooter() {
  const t = useTranslations("shop.checkout");
  const footer = useTranslations("shop.footer");
  return (
    <footer className="no-print mt-8 border-t border-line">
      <div className="page-width flex flex-col gap-x-8 gap-y-4 py-6 text-[0.9375rem] text-ink-soft lg:flex-row lg:items-center lg:justify-between">
        <div>
          <p>
            {t.rich("help", {
              address: () => (
                <a href={`mailto:${address}`} className="link inline-flex min-h-6 items-center">
                  <EmailAddress>{address}</EmailAddress>
                </a>
              ),
            })}
          </p>
          <p>{footer("note")}</p>
        </div>
        <LanguageChoice />
      </div>
    </footer>
  );
}
