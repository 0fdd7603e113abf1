"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { startTransition, useActionState, useEffect, useState } from "react";
import { watchLeaving } from "./watch-leaving.ts";
import { whereItLed } from "./where-it-led.ts";

/** Why a submitted form has no result. Each has a message in shop.lost. */
export type Loss = "offline" | "online" | "unanswered" | "checking" | "absent" | "unsure" | "outdated";

type Action<S> = (previous: S | null, form: FormData) => Promise<S | null>;

/** Longer than any form takes: after that, the connection is lost. */
const patienceMs = 30_000;

/**
 * Submits a form to its action in place, and handles missing answers: the form stays as it is, and `loss` says why.
 * With `asks`, it asks there whether the action succeeded (see whereItLed), and then navigates, even if the shopper has
 * left the form's page in the meantime.
 */
export function useSending<S>(action: Action<S>, asks: string | undefined) {
  const [loss, setLoss] = useState<Loss | null>(null);
  const [lost, setLost] = useState<FormData | null>(null);

  async function find(form: FormData, path: string): Promise<void> {
    setLoss("checking");
    const led = await follow(form, path);
    if (!led) setLoss(led === null ? "absent" : "unsure");
  }

  const [result, dispatch, pending] = useActionState<S | null, FormData>(async (previous, form) => {
    const leaving = watchLeaving();
    try {
      return await inTime(action(previous, form));
    } catch (error) {
      // Next does not follow the redirect of a page that is being left.
      if (asks && leaving.hasLeft()) void follow(form, asks);
      unstable_rethrow(error);
      if (unstable_isUnrecognizedActionError(error)) setLoss("outdated");
      else if (asks) {
        setLost(form);
        await find(form, asks);
      } else setLoss(navigator.onLine ? "unanswered" : "offline");
      return previous;
    } finally {
      leaving.stop();
    }
  }, null);

  useEffect(() => {
    if (loss !== "offline" && loss !== "unsure") return;
    const onLine = () => (loss === "unsure" && asks && lost ? find(lost, asks) : setLoss("online"));
    addEventListener("online", onLine);
    return () => removeEventListener("online", onLine);
  });

  function send(form: FormData): void {
    // An offline browser cannot send anything.
    const isOnLine = navigator.onLine;
    setLoss(isOnLine ? null : "offline");
    if (isOnLine) startTransition(() => dispatch(form));
  }

  return { result, loss, send, pending };
}

/** Goes where the form led, if it led anywhere. */
async function follow(form: FormData, path: string): Promise<string | null | undefined> {
  const led = await whereItLed(path, form);
  if (led) location.assign(led);
  return led;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("No answer in time")), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
