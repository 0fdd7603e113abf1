"use client";

import { useWords } from "../words.tsx";
import type { Loss } from "./use-sending.ts";

/** Says that the surrounding form got no answer, and what to do. Takes the focus, so that it is read out. */
export function LostNotice({ loss }: { loss: Loss }) {
  const words = useWords("lost");
  return (
    // A key, so that each loss takes the focus again.
    <div
      key={loss}
      ref={focus}
      role={loss === "checking" ? "status" : "alert"}
      tabIndex={-1}
      className="mb-6 rounded-lg border border-clay-ink bg-clay-soft px-4 py-3 text-ink"
    >
      <p>{words[loss]}</p>
      {loss === "outdated" ? (
        <button type="button" onClick={() => location.reload()} className="button button-quiet mt-3">
          {words.reload}
        </button>
      ) : (
        loss !== "checking" && (
          <button type="submit" data-again className="button button-quiet mt-3">
            {words.again}
          </button>
        )
      )}
    </div>
  );
}

function focus(box: HTMLDivElement | null): void {
  box?.focus();
}
