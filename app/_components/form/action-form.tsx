"use client";

import { type FormEvent, type ReactNode, useActionState, useRef, useState } from "react";
import type { FormState as State } from "#lib/storefront/forms/form-action.ts";
import { useProgress } from "../progress/waiting.ts";
import { useLanguage } from "../words.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FormContext, unchecked, type Values } from "./field.ts";
import { LostNotice } from "./lost-notice.tsx";
import { Pending } from "./pending.tsx";
import { PostedAddress } from "./posted-address.tsx";
import { useSending } from "./use-sending.ts";

const none = {};

/** The last result, the language of the page, and the part of the result that can be shown in it. */
type Answer = { result: State; language: string; shown: State };

type Props<S extends State> = {
  /** Names the form and its fields: an email field of the form "contact" has the id "contact-email". */
  id: string;
  action: (previous: S | null, form: FormData) => Promise<S | null>;
  /** Where to ask for the result if the answer is lost: see whereItLed. */
  asks?: string;
  /** The stored values. */
  defaultValue?: Values;
  /** The heading over the errors; without one there is no summary, only the error itself. */
  problem?: string;
  className?: string;
  /** The id of another form, whose input this one replaces. */
  replaces?: string;
  /** Shown above the errors. */
  header?: ReactNode;
  /** Replaces the form after this result; by default the form stays. */
  done?: (result: S) => ReactNode;
  children: ReactNode;
  /** Shown after the form, and may contain forms of its own. Its buttons refer to this form. */
  after?: ReactNode;
};

/**
 * A form for a server action. Without JavaScript the browser posts it and the page returns with values and errors; with
 * JavaScript the same happens in place. Input is never lost, even if no answer comes.
 */
export function ActionForm<S extends State>({
  id,
  action,
  asks,
  defaultValue = {},
  problem,
  className,
  replaces,
  header,
  done,
  children,
  after,
}: Props<S>) {
  // The first action is for browsers without JavaScript: React renders it into the form.
  const [posted, submit] = useActionState<S | null, FormData>(action, null);
  const { result: sent, loss, send, pending } = useSending(action, asks);
  useProgress(pending);
  const pressed = useRef<HTMLElement | null>(null);
  const result = sent ?? posted;
  const language = useLanguage();
  const [checked, setChecked] = useState(unchecked);
  const [answer, setAnswer] = useState<Answer>({ result, language, shown: result });
  // A new answer contains all errors, so earlier ones are dropped. After a change of language its words no longer fit,
  // and the next answer has new ones.
  if (answer.result !== result || answer.language !== language) {
    const shown = answer.result === result ? withoutWords(result) : result;
    setAnswer({ result, language, shown });
    setChecked(unchecked);
  }
  const { shown } = answer;

  function post(event: FormEvent<HTMLFormElement>) {
    // React resets a form after its action; calling the action like this keeps the input.
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    // "Send again" repeats the previous button.
    if (submitter?.dataset.again === undefined) pressed.current = submitter;
    send(new FormData(event.currentTarget, pressed.current));
  }

  const instead = result && done?.(result);
  if (instead) return instead;
  return (
    <FormContext value={{ id, stored: defaultValue, posted: shown, checked, setChecked }}>
      <Pending.Provider value={pending}>
        <form
          id={id}
          action={submit}
          onSubmit={post}
          noValidate
          className={className}
          data-replaces={replaces}
        >
          {header}
          {loss ? <LostNotice loss={loss} /> : <ErrorSummary title={problem} result={shown} />}
          <PostedAddress.Provider value={shown ?? none}>{children}</PostedAddress.Provider>
        </form>
        {after}
      </Pending.Provider>
    </FormContext>
  );
}

function withoutWords(result: State): State {
  return result && { typed: result.typed };
}
