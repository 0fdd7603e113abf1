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
