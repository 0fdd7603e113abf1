import type { CSSProperties, ReactNode } from "react";

type Props = { className?: string; style?: CSSProperties; children: ReactNode };

/** A table that only places things: read out as if it were not there. `children` are rows. */
export function LayoutTable({ className, style, children }: Props) {
  return (
    <table
      role="presentation"
      width="100%"
      border={0}
      cellPadding={0}
      cellSpacing={0}
      className={className}
      style={style}
    >
      <tbody>{children}</tbody>
    </table>
  );
}
