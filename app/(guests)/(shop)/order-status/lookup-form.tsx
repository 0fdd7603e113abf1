"use client";

import { lazy, type ReactNode } from "react";
import { ActionForm } from "../../../_components/form/action-form.tsx";
import type { FoundState } from "./find-order.ts";

// The browser renders the order, and loads what formats its messages only then.
const FoundOrder = lazy(() => import("./found-order.tsx"));

type Props = {
  action: (previous: FoundState | null, form: FormData) => Promise<FoundState | null>;
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
      className="mx-auto max-w-md"
      done={(result) => result.found && <FoundOrder {...result.found} again={again} />}
    >
      {children}
    </ActionForm>
  );
}
