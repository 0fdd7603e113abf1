"use client";

import { type MouseEvent, type ReactNode, useContext, useState } from "react";
import { useFormStatus } from "react-dom";
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
  const isForm = useFormStatus().pending;
  const pending = useContext(Pending) || isForm;
  const [width, setWidth] = useState<number>();
  function once(event: MouseEvent) {
    if (pending) event.preventDefault();
    else setWidth(event.currentTarget.getBoundingClientRect().width);
  }
  return (
    <button
      {...native}
      type="submit"
      className={className}
      aria-label={pending ? undefined : label}
      aria-disabled={pending}
      onClick={once}
      // A shorter label must not move what is beside it.
      style={{ minInlineSize: pending ? width : undefined }}
    >
      {pending ? busy : children}
    </button>
  );
}
