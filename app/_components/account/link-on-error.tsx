"use client";

import type { ReactNode } from "react";
import { useField } from "../form/field.ts";
import { Link } from "../link.tsx";

type Props = { field: string; error: string; href: string; children: ReactNode };

/** A link that helps with a particular error, below its field. */
export function LinkOnError({ field: name, error, href, children }: Props) {
  if (useField(name).error !== error) return null;
  return (
    <Link href={href} className="link inline-flex min-h-11 items-center">
      {children}
    </Link>
  );
}
