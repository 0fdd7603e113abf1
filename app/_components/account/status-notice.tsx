import type { Status } from "#lib/storefront/account/status-words.ts";
import { ClearStatus } from "../clear-status.tsx";
import { Notice } from "../notice.tsx";

/** Shows the status message, if any. */
export function StatusNotice({ status }: { status: Status | null | undefined }) {
  if (!status) return null;
  return (
    <div className="mb-8">
      <Notice kind={status.kind}>
        {status.words}
        <ClearStatus key={status.words} />
      </Notice>
    </div>
  );
}
