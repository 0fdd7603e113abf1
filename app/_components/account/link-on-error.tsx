"use client";

import { useField } from "@conform-to/react";
import Link from "next/link";
import type { ReactNode } from "react";

type Props = { field: string; error: string; href: string; children: ReactNode };

/** The way out of one particular error, shown below its field while that error stands. */
export function LinkOnError({ field: name, error, href, children }: Props) {
  const [field] = useField<string>(name);
  if (!field.errors?.includes(error)) return null;
  return (
    <Link href={href} className="link inline-flex min-h-11 items-center">
      {children}
    </Link>
  );
}
