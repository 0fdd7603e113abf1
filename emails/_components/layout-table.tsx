import type { CSSProperties, ReactNode } from "react";

type Props = { className?: string; style?: CSSProperties; children: ReactNode };

/** A table for layout only, ignored by screen readers. `children` are rows. */
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
