"use client";

import type { ReactNode } from "react";
import { useField } from "./field.ts";

type Props = {
  /** The field inside: while it has a value or an error it is shown. */
  name: string;
  /** The label that opens it. */
  summary: string;
  className?: string;
  children: ReactNode;
};

/** A part of a form that few people need, folded away. */
export function Folded({ name, summary, className, children }: Props) {
  const { initial, error } = useField(name);
  return (
    <details className={className} open={Boolean(initial || error)}>
      <summary className="ms-[1.1em] min-h-11 w-fit cursor-pointer list-outside content-center font-medium wrap-anywhere">
        {summary}
      </summary>
      {children}
    </details>
  );
}
