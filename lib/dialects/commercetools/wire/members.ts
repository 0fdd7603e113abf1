import * as z from "zod";

// Members that the API documents and this shop has nothing behind. They are named, so that none gets lost in silence.

/** The parameters of a fault that is answered as InvalidField. */
type FieldFault = { allowedValues: readonly unknown[] };

export function isFieldFault(params: object | undefined): params is FieldFault {
  return params !== undefined && "allowedValues" in params;
}

/**
 * A documented member that can only say what the shop does anyway, and then comes back so. Anything else is refused
 * as InvalidField; nothing, null and an empty list ask for nothing.
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

/** A documented member that the shop cannot keep: said at all, it is refused. */
export const notSupported = only<never>();

function asksNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** All of these are documented, and not supported. */
export function noneOf<const N extends string>(...names: N[]) {
  return Object.fromEntries(names.map((name) => [name, notSupported])) as Record<N, typeof notSupported>;
}
