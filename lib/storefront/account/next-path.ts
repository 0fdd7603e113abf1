// Control characters and the backslash, which browsers read as a slash.
const oddCharacters = /[\p{Cc}\\]/u;
const longestPath = 2000;

/**
 * Where to go after signing in, if `value` is a path of this shop: one slash at the start, never two. Anything
 * that could lead to another site is null.
 */
export function nextPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > longestPath) return null;
  if (!value.startsWith("/") || value.startsWith("//") || oddCharacters.test(value)) return null;
  const here = "http://shop.invalid";
  return URL.canParse(value, here) && new URL(value, here).origin === here ? value : null;
}

/** The sign-in page, coming back to `next`. */
export function signInPath(next?: string | null): string {
  return entryPath("/sign-in", next);
}

/** The sign-up page, coming back to `next`. */
export function signUpPath(next?: string | null): string {
  return entryPath("/sign-up", next);
}

function entryPath(path: string, next: string | null | undefined): string {
  return next ? `${path}?${new URLSearchParams({ next })}` : path;
}
