/** Longer than any address of ours, predicates of the commercetools dialect included. */
const longestTarget = 8_000;
const mostParameters = 100;

/** What a request asks for, as Next shall see it; or why it cannot be asked for. */
export type Target = { path: string; search: string } | { fault: "malformed" | "too long" };

/**
 * Reads a request's target: dots and backslashes resolved as browsers do, and a percent sign that starts no encoding
 * taken literally. So "/orders/%ff" is an address like any other that nothing has, not a fault.
 */
export function readTarget(target: string): Target {
  if (target.length > longestTarget) return { fault: "too long" };
  const whole = `http://shop.invalid${target}`;
  if (!target.startsWith("/") || !URL.canParse(whole)) return { fault: "malformed" };
  const { pathname, search } = new URL(whole);
  if (search.split("&", mostParameters + 1).length > mostParameters) return { fault: "malformed" };
  return { path: pathname.split("/").map(literal).join("/"), search };
}

function literal(segment: string): string {
  try {
    decodeURIComponent(segment);
    return segment;
  } catch {
    return segment.replaceAll("%", "%25");
  }
}
