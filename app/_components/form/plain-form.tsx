"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { stayIfOffline } from "../progress/offline.ts";
import { useProgress } from "../progress/waiting.ts";

type Props = { action: (form: FormData) => Promise<void>; children: ReactNode };

/** A form of buttons alone, for an action without a result: nothing is typed, and nothing can be wrong. */
export function PlainForm({ action, children }: Props) {
  return (
    <form action={action} onSubmit={stayIfOffline}>
      {children}
      <FormProgress />
    </form>
  );
}

/** Shows the page's progress bar while the form around it is being sent. */
function FormProgress() {
  useProgress(useFormStatus().pending);
  return null;
}
