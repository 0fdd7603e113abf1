import Link from "next/link";
import { SubmitButton } from "../form/submit-button.tsx";

type Props = { submit: string; busy: string; back: { href: string; words: string } };

/** The buttons to continue or go back. */
export function StepEnd({ submit, busy, back }: Props) {
  return (
    <div className="flex flex-col-reverse gap-4 pt-2 sm:flex-row sm:items-center sm:justify-between">
      <Link href={back.href} className="link inline-flex min-h-11 items-center justify-center">
        {back.words}
      </Link>
      <SubmitButton busy={busy} className="button text-lg sm:px-8">
        {submit}
      </SubmitButton>
    </div>
  );
}
