"use client";

import { type MouseEvent, type ReactNode, useContext } from "react";
import { Pending } from "./pending.tsx";

type Props = {
  children: ReactNode;
  /** What the button says while the form is on its way. */
  busy: string;
  /** A name for those who do not see what the button stands beside. */
  label?: string;
  className?: string;
};

/** Posts the form around it, once: a second press while the first is on its way does nothing. */
export function SubmitButton({ children, busy, label, className = "button" }: Props) {
  const pending = useContext(Pending);
  const once = (event: MouseEvent) => pending && event.preventDefault();
  return (
    <button
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
