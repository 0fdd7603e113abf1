type Named = { action: string };

/** A function for each update action of `A`. A missing one does not compile. */
export type ByAction<A extends Named, R> = { [K in A["action"]]: (action: Extract<A, { action: K }>) => R };

/** The result of the function for this action. */
export function byAction<A extends Named, R>(functions: ByAction<A, R>, action: A): R {
  // TypeScript does not see that the function by this name takes this action.
  const own = functions[action.action as A["action"]] as (action: A) => R;
  return own(action);
}
