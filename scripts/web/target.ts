import { hasTooManyParameters } from "#lib/platform/http/index.ts";

/** Longer than any URL of ours, including predicates of the commercetools dialect. */
const longestTarget = 8_000;

/** A request's target, as passed on to Next, or why it is rejected. */
export type Target =
  | { path: string; search: string }
  | { fault: "malformed" | "too long" | "too many parameters" };

/**
 * Parses a request's target: resolves dots and backslashes as browsers do, and takes a stray percent sign literally, so
 * that "/orders/%ff" is an ordinary unknown path and not an error.
 */
export function readTarget(target: string): Target {
  if (target.length > longestTarget) return { fault: "too long" };
  const path = withoutOrigin(target);
  const whole = `http://shop.invalid${path}`;
  if (!path.startsWith("/") || !URL.canParse(whole)) return { fault: "malformed" };
  const { pathname, search } = new URL(whole);
  if (hasTooManyParameters(search)) return { fault: "too many parameters" };
  return { path: pathname.split("/").map(literal).join("/"), search };
}

/** The path of a target that names the whole URL, as HTTP lets clients do for proxies. */
export function withoutOrigin(target: string): string {
  const [origin] = /^https?:\/\/[^/?#\\]*/i.exec(target) ?? [];
  if (origin === undefined) return target;
  const rest = target.slice(origin.length);
  return rest.startsWith("/") ? rest : `/${rest}`;
}

function literal(segment: string): string {
  try {
    decodeURIComponent(segment);
    return segment;
  } catch {
    return segment.replaceAll("%", "%25");
  }
}
