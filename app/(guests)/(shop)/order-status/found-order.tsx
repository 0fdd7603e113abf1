"use client";

import { NextIntlClientProvider } from "next-intl";
import { useEffect, useRef } from "react";
import { OrderHeading } from "../../../_components/order/order-heading.tsx";
import { OrderView } from "../../../_components/order/order-view.tsx";
import type { Found } from "./find-order.ts";

type Props = Found & {
  /** The way back to an empty form. */
  again: string;
};

/** The order that was found, in place of the form. */
export default function FoundOrder({ shown, title, locale, messages, again }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      <title>{title}</title>
      <div ref={place} tabIndex={-1} className="outline-none">
        <OrderView shown={shown} heading={<OrderHeading order={shown.order} clock={shown.clock} />} />
        {/* A full page load, so that nothing of the order remains. */}
        <a href="/order-status" className="button button-quiet no-print mt-12">
          {again}
        </a>
      </div>
    </NextIntlClientProvider>
  );
}
