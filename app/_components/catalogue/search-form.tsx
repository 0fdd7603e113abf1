"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useTransition } from "react";
import { stayIfOffline } from "../progress/offline.ts";
import { useProgress } from "../progress/waiting.ts";

/** A form whose fields become the query of the catalogue's address. With JavaScript the page changes in place. */
export function SearchForm({ className, children }: { className: string; children: ReactNode }) {
  const { push } = useRouter();
  const [isWaiting, startTransition] = useTransition();
  useProgress(isWaiting);

  function search(event: FormEvent<HTMLFormElement>) {
    if (stayIfOffline(event)) return;
    event.preventDefault();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) query.set(name, String(value));
    startTransition(() => push(`/?${query}`));
  }

  return (
    <search>
      <form action="/" onSubmit={search} className={className}>
        {children}
      </form>
    </search>
  );
}
