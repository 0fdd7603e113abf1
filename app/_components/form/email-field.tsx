import { TextField } from "./text-field.tsx";

type Props = {
  label: string;
  /** "username" for signing in, so that browsers offer a saved one. */
  autoComplete?: "email" | "username";
  hint?: string;
};

/** An email field, with the matching keyboard and without autocorrection. */
export function EmailField({ label, autoComplete = "email", hint }: Props) {
  return (
    <TextField
      name="email"
      label={label}
      type="email"
      autoComplete={autoComplete}
      inputMode="email"
      enterKeyHint="next"
      autoCapitalize="none"
      spellCheck={false}
      {...(hint !== undefined && { hint })}
    />
  );
}
