"use client";

import { type MouseEvent, useContext, useEffect, useRef, useState } from "react";
import { useField } from "../form/field.ts";
import { FieldError } from "../form/field-error.tsx";
import { Pending } from "../form/pending.tsx";

type Props = { lineId: string; quantity: number; label: string; less: string; more: string };

/** Several presses in a row are saved together. */
const pauseMs = 400;
const [fewest, most] = [1, 999];

/**
 * The quantity of a line. It is saved automatically a moment after a change; without scripts, each button posts the
 * form.
 */
export function Stepper({ lineId, quantity, label, less, more }: Props) {
  const name = `lines.${lineId}.quantity`;
  const field = useField(name);
  const pending = useContext(Pending);
  const refused = field.error ? field.initial : undefined;
  const [typed, setTyped] = useState(refused ?? String(quantity));
  const [saved, setSaved] = useState(quantity);
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef<string>(null);
  const error = typed === refused ? field.error : undefined;
  const isNew = typed !== String(quantity) && typed !== refused;

  // Another tab, or the shop, has changed it.
  if (saved !== quantity) {
    setSaved(quantity);
    setTyped(String(quantity));
  }

  useEffect(() => {
    if (!isNew) sent.current = null;
    // What failed is only sent again when the shopper asks for it.
    if (!isNew || pending || typed === sent.current || !/^\d+$/.test(typed)) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      input.current?.form?.requestSubmit();
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, isNew, pending]);

  /** What is no quantity is not sent while somebody types: it may become one. */
  function leave() {
    if (typed === "") setTyped(String(quantity));
    else if (isNew && !pending && !/^\d+$/.test(typed)) input.current?.form?.requestSubmit();
  }

  const step = (by: number) => (event: MouseEvent) => {
    event.preventDefault();
    setTyped((before) => String(Math.min(most, Math.max(fewest, Math.trunc(Number(before) || 0) + by))));
  };
  const button = "grid size-11 cursor-pointer place-items-center disabled:opacity-50";
  return (
    <div>
      <div className="inline-flex rounded-lg border border-edge bg-surface">
        <button
          type="submit"
          name="step"
          value={`${lineId}:-1`}
          aria-label={less}
          disabled={Number(typed) <= fewest}
          onClick={step(-1)}
          className={button}
        >
          <Sign path="M5 10h10" />
        </button>
        <input
          ref={input}
          id={field.id}
          name={name}
          type="number"
          inputMode="numeric"
          min={0}
          max={most}
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? field.errorId : undefined}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={leave}
          className="w-12 bg-transparent text-center tabular-nums [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none"
        />
        <button
          type="submit"
          name="step"
          value={`${lineId}:1`}
          aria-label={more}
          disabled={Number(typed) >= most}
          onClick={step(1)}
          className={button}
        >
          <Sign path="M5 10h10M10 5v10" />
        </button>
      </div>
      <FieldError id={field.errorId} error={error} />
    </div>
  );
}

function Sign({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="size-5 fill-none stroke-current stroke-2">
      <path d={path} strokeLinecap="round" />
    </svg>
  );
}
