"use client";

import { type MouseEvent, type ReactNode, useContext } from "react";
import { Pending } from "./pending.tsx";

type Props = {
  children: ReactNode;
  /** The label while the form is being submitted. */
  busy: string;
  /** An accessible name, if the context is only visual. */
  label?: string;
  className?: string;
  /** The id of the form, outside of it. */
  form?: string;
  /** Which of several buttons was pressed. */
  name?: string;
  value?: string;
};

/** Submits the surrounding form once: further presses are ignored meanwhile. */
export function SubmitButton({ children, busy, label, className = "button", ...native }: Props) {
  const pending = useContext(Pending);
  const once = (event: MouseEvent) => pending && event.preventDefault();
  return (
    <button
      {...native}
      type="submit"
      className={className}
      aria-label={pending ? undefined : label}
      aria-disabled={pending}
      onClick={once}
    >
      {pending ? busy : children}
    </button>
  );
}
