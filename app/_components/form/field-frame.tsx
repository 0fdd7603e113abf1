import type { ReactNode } from "react";
import type { Field } from "./field.ts";
import { FieldError } from "./field-error.tsx";

/** What all fields with a label have. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  /** The label of an optional field; without it the field is required. */
  optional?: string | undefined;
  className?: string | undefined;
};

type Props = Omit<FieldProps, "name"> & {
  field: Field;
  /** For screen readers only, where the words above the field say it already. */
  isLabelHidden?: boolean;
  /** The control. */
  children: ReactNode;
  /** A button beside the control. */
  beside?: ReactNode;
  /** Shown below the error. */
  after?: ReactNode;
};

/** A control with its label, its hint above and its error below. */
export function FieldFrame({
  field: { id, hintId, error, errorId },
  label,
  hint,
  optional,
  isLabelHidden,
  className,
  children,
  beside,
  after,
}: Props) {
  return (
    <div className={className}>
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "mb-1.5 block font-medium"}>
        {label}
        {optional && <span className="font-normal text-ink-soft"> {optional}</span>}
      </label>
      {hint && (
        <p id={hintId} className="-mt-1 mb-1.5 text-[0.9375rem] text-ink-soft">
          {hint}
        </p>
      )}
      {beside ? (
        <div className="flex flex-wrap gap-2">
          <div className="min-w-0 flex-[1_1_8rem]">{children}</div>
          {beside}
        </div>
      ) : (
        children
      )}
      <FieldError id={errorId} error={error} />
      {after}
    </div>
  );
}
