import type { ReactNode } from "react";

type Props = {
  /** An icon or a logo. */
  mark: ReactNode;
  title: string;
  lead: ReactNode;
  /** Links to continue, each a button. */
  children?: ReactNode;
};

/** A page that has nothing to show: why, and the ways on. */
export function DeadEnd({ mark, title, lead, children }: Props) {
  return (
    <div className="mx-auto max-w-lg py-12 text-center sm:py-20">
      <span
        aria-hidden="true"
        className="mx-auto grid size-20 place-items-center rounded-full bg-sky-soft text-marsh"
      >
        {mark}
      </span>
      <h1 className="mt-6">{title}</h1>
      <p className="mt-4 text-lg text-balance text-ink-soft">{lead}</p>
      {children && <p className="mt-8 flex flex-wrap justify-center gap-4">{children}</p>}
    </div>
  );
}
