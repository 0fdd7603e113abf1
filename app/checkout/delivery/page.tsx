import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { shipping } from "#lib/commerce/shipping/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { addressBook } from "#lib/storefront/account/home-address.ts";
import { cartForStep } from "#lib/storefront/checkout/checkout-steps.ts";
import { countryChoices, everyCountry } from "#lib/storefront/checkout/countries.ts";
import { deliveryDefaults } from "#lib/storefront/checkout/delivery-defaults.ts";
import { layoutsOf } from "#lib/storefront/forms/address-layout.ts";
import { formTitle } from "#lib/storefront/forms/form-title.ts";
import { likelyAddress } from "#lib/storefront/order/last-order.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { SignInHint } from "../../_components/account/sign-in-hint.tsx";
import { CheckoutFrame } from "../../_components/checkout/checkout-frame.tsx";
import { DeliveryForm } from "../../_components/checkout/delivery-form.tsx";
import { SavedAddresses } from "../../_components/checkout/saved-addresses.tsx";
import { StepBar } from "../../_components/checkout/step-bar.tsx";
import { KeepDraft } from "../../_components/form/keep-draft.tsx";
import { Notice } from "../../_components/notice.tsx";
import { draftDelivery } from "./draft-delivery.ts";
import { loadCountries } from "./load-countries.ts";
import { saveDelivery } from "./save-delivery.ts";
import { useSavedAddress } from "./use-saved-address.ts";

type Props = { searchParams: Promise<{ account?: string | string[]; saved?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.delivery");
  return { title: await formTitle(t("title")), robots: { index: false, follow: false } };
}

/** Second step: shipping address and method. */
export default async function DeliveryPage({ searchParams }: Props) {
  const cart = await cartForStep("delivery");
  const [{ account, saved }, ctx, t, locale] = await Promise.all([
    searchParams,
    currentContext(),
    getTranslations("shop.delivery"),
    getLocale(),
  ]);
  const offers = await perform(shipping.listOffers, ctx, cart);
  const countries = countryChoices(offers, locale);
  const defaultValue = deliveryDefaults(
    cart,
    cart.shippingAddress ? null : await likelyAddress(ctx),
    countries,
  );
  const book = (await addressBook(ctx)).filter(({ country }) =>
    countries.some(({ code }) => code === country),
  );
  const { shippingAddress, billingAddress } = defaultValue;
  const { country } = shippingAddress;
  const methods = offers.filter(({ countries }) => countries.length === 0 || countries.includes(country));
  // What is filled in already counts at once.
  const isNew = country !== cart.country || (cart.shippingAddress === null && Boolean(shippingAddress.line1));
  // The first method is the one that is chosen until another is.
  const priced = { ...cart, shippingMethod: cart.shippingMethod ?? methods[0] ?? null };
  return (
    // Another saved address makes it a new form: without what was typed into the old one, and read from its heading.
    <CheckoutFrame key={`${saved}`} step="delivery" cart={cart} priced={priced} title={t("title")}>
      {account === "known" && (
        <div className="mb-8">
          <Notice kind="note">
            {t("accountHint")} <SignInHint here="/checkout/delivery" isKnown />
          </Notice>
        </div>
      )}
      {saved === `${cart.version}` && (
        <div className="mb-6">
          <Notice key={`${saved}`}>{t("filledIn")}</Notice>
        </div>
      )}
      <SavedAddresses book={book} current={shippingAddress} choose={useSavedAddress} />
      <DeliveryForm
        action={saveDelivery}
        defaultValue={defaultValue}
        countries={countries}
        billing={
          defaultValue.billingSame ? { countries, load: loadCountries } : { countries: everyCountry(locale) }
        }
        after={<StepBar step="delivery" cart={priced} submit={t("submit")} busy={t("submitting")} />}
        layouts={await layoutsOf(shippingAddress.country, billingAddress.country)}
        offers={offers}
        country={country}
        currency={cart.currency}
      >
        <KeepDraft action={draftDelivery} of={cart.id} soon={isNew} />
      </DeliveryForm>
    </CheckoutFrame>
  );
}
