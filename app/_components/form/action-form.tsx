"use client";

import { FormProvider, type SubmissionResult, useForm } from "@conform-to/react";
import { type FormEvent, type ReactNode, startTransition, useActionState } from "react";
import { ErrorSummary } from "./error-summary.tsx";
import { Pending } from "./pending.tsx";

type State = SubmissionResult<string[]> | null;
type Values = { [name: string]: string | null | undefined | Values };

type Props = {
  /** Names the form and its fields: an e-mail field of the form "contact" has the id "contact-email". */
  id: string;
  action: (previous: State, form: FormData) => Promise<State>;
  /** What the fields hold before anybody typed. */
  defaultValue?: Values;
  /** The heading over the errors; without one there is no summary, only the error itself. */
  problem?: string;
  className?: string;
  children: ReactNode;
};

/**
 * A form for a server action. Without scripts the browser posts it and the page comes back with values and
 * errors; with them the same happens in place. What was typed is never thrown away.
 */
export function ActionForm({ id, action, defaultValue = {}, problem, className, children }: Props) {
  const [result, submit, pending] = useActionState(action, null);
  const [form] = useForm<Values>({ id, lastResult: result, defaultValue });

  function post(event: FormEvent<HTMLFormElement>) {
    // React empties a form after its action; posted like this it keeps what the shopper typed.
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => submit(data));
  }

  return (
    <FormProvider context={form.context}>
      <Pending.Provider value={pending}>
        <form id={form.id} action={submit} onSubmit={post} noValidate className={className}>
          <ErrorSummary title={problem} result={result} />
          {children}
        </form>
      </Pending.Provider>
    </FormProvider>
  );
}
