"use client";

import { useContext, useEffect, useRef } from "react";
import type { FormState } from "#lib/storefront/forms/form-action.ts";
import { FormContext } from "./field.ts";

type Props = { title: string | undefined; result: FormState };

/**
 * The errors of the surrounding form, with links to their fields and a remedy. Takes the focus, so that it is read out;
 * without a title the field does.
 */
export function ErrorSummary({ title, result }: Props) {
  const { id, checked } = useContext(FormContext);
  const box = useRef<HTMLDivElement>(null);
  const errors = Object.entries(result?.error ?? {})
    .filter(([name]) => checked.fields[name] !== null)
    .flatMap(([name, texts]) => (texts ?? []).map((text) => ({ name, text })));
  const shown = title ? errors : errors.filter(({ name }) => name === "");

  useEffect(() => {
    if (result?.status !== "error") return;
    const field = document.forms.namedItem(id)?.querySelector<HTMLElement>("[aria-invalid]");
    (box.current ?? field)?.focus();
  }, [result, id]);

  if (shown.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // Without scripts this is what moves the focus when the page comes back.
      // biome-ignore lint/a11y/noAutofocus: the errors are what the shopper has to hear first
      autoFocus
      className="mb-6 rounded-lg border border-clay-ink bg-clay-soft px-4 py-3 text-ink"
    >
      {title && <h2 className="font-sans text-base font-semibold">{title}</h2>}
      <ul className={title ? "mt-2 space-y-2" : "space-y-2"}>
        {shown.map(({ name, text }) => (
          <li key={name + text}>{name ? <FieldLink formId={id} name={name} text={text} /> : text}</li>
        ))}
      </ul>
      {result?.remedy && (
        <a href={result.remedy.href} className="link mt-1 inline-flex min-h-6 items-center text-clay-ink">
          {result.remedy.words}
        </a>
      )}
    </div>
  );
}

function FieldLink({ formId, name, text }: { formId: string; name: string; text: string }) {
  return (
    <a href={`#${formId}-${name}`} className="link text-clay-ink hover:text-clay-ink">
      {text}
    </a>
  );
}
