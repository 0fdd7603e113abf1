import { ForgetStatus } from "../forget-status.tsx";
import { Notice } from "../notice.tsx";

/** What has just happened, when something has. */
export function StatusNotice({ status }: { status: string | null | undefined }) {
  if (!status) return null;
  return (
    <div className="mb-8">
      <Notice>
        {status}
        <ForgetStatus key={status} />
      </Notice>
    </div>
  );
}
