import type { ReactNode } from "react";

type Props = { children: ReactNode; kind?: "done" | "note" | "warning" };

const looks = {
  done: "border-transparent bg-sky-soft",
  note: "border-transparent bg-sky-soft",
  warning: "border-clay-ink bg-clay-soft",
};

/** A short message. Read out politely, without interrupting. */
export function Notice({ children, kind = "done" }: Props) {
  return (
    <div role="status" className={`flex gap-3 rounded-lg border px-4 py-3 ${looks[kind]}`}>
      {kind === "done" && <Tick />}
      <div className="min-w-0">{children}</div>
    </div>
  );
}

function Tick() {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className="mt-1 size-5 shrink-0 fill-none stroke-marsh stroke-2"
    >
      <path d="m4 10.5 4 4 8-9" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
