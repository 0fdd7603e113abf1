import * as z from "zod";

// Documented members that this shop does not support. They are listed so that none is silently dropped.

/** The parameters of an InvalidField error. */
type FieldFault = { allowedValues: readonly unknown[] };

/** Whether the params of a zod issue are those of InvalidField. */
export function isFieldFault(params: object | undefined): params is FieldFault {
  return params !== undefined && "allowedValues" in params;
}

/**
 * A documented member that only accepts the shop's fixed value. Other values are rejected as InvalidField; absent, null
 * and an empty list are accepted.
 */
export function only<const T extends string | boolean>(...allowed: T[]) {
  const fault: FieldFault = { allowedValues: allowed };
  return z
    .unknown()
    .refine((value) => asksNothing(value) || allowed.some((word) => word === value), {
      message: allowed.length === 0 ? "Not supported here" : `Only ${allowed.join(" or ")} is supported here`,
      params: fault,
    })
    .transform((value) => allowed.find((word) => word === value))
    .optional();
}

/** A documented member that the shop cannot store: any value is rejected. */
export const notSupported = only<never>();

function asksNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Documented members that are not supported. */
export function noneOf<const N extends string>(...names: N[]) {
  return Object.fromEntries(names.map((name) => [name, notSupported])) as Record<N, typeof notSupported>;
}
