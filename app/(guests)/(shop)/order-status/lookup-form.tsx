"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { ShownOrder } from "#lib/storefront/shown-order.ts";
import { ActionForm } from "../../../_components/form/action-form.tsx";
import { OrderHeading } from "../../../_components/order/order-heading.tsx";
import { OrderView } from "../../../_components/order/order-view.tsx";
import type { FoundOrder } from "./find-order.ts";

type Props = {
  action: (previous: FoundOrder | null, form: FormData) => Promise<FoundOrder | null>;
  problem: string;
  /** The way back to an empty form. */
  again: string;
  header: ReactNode;
  children: ReactNode;
};

/** The lookup form, replaced by the order once it is found. */
export function LookupForm({ action, problem, again, header, children }: Props) {
  return (
    <ActionForm
      id="lookup"
      action={action}
      problem={problem}
      header={header}
      className="max-w-xl"
      done={(result) => result.found && <Found {...result.found} again={again} />}
    >
      {children}
    </ActionForm>
  );
}

function Found({ again, ...shown }: ShownOrder & { again: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <OrderHeading order={shown.order} clock={shown.clock} />
      <OrderView {...shown} />
      {/* A full page load, so that nothing of the order remains. */}
      <a href="/order-status" className="button button-quiet no-print mt-12">
        {again}
      </a>
    </div>
  );
}
