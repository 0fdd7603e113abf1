import type { ReactNode } from "react";
import type { Status } from "#lib/storefront/account/status-words.ts";
import { StatusNotice } from "./status-notice.tsx";

type Props = { title: ReactNode; lead?: ReactNode; status?: Status | null; children: ReactNode };

/** A narrow page with a single form, for signing in and up. */
export function EntryFrame({ title, lead, status, children }: Props) {
  return (
    <div className="mx-auto max-w-md">
      <StatusNotice status={status} />
      <h1>{title}</h1>
      {lead && <p className="mt-3 text-lg text-ink-soft">{lead}</p>}
      <div className="mt-8">{children}</div>
    </div>
  );
}
