/** The account that a password beside it is for, where browsers that keep passwords look for it. Nobody sees it. */
export function Username({ email }: { email: string }) {
  return (
    <input
      type="text"
      name="username"
      value={email}
      autoComplete="username"
      readOnly
      tabIndex={-1}
      aria-hidden="true"
      className="sr-only"
    />
  );
}
