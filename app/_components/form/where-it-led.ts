/** Long enough for a slow payment. */
const pausesMs = [0, 1_500, 3_000, 5_000];
const patienceMs = 5_000;

/**
 * Asks `address` repeatedly for the result of a form whose answer was lost. It receives the form and answers { path },
 * null if there is no result. Resolves to the path, null without a result, or undefined if nothing answered.
 */
export async function whereItLed(address: string, form: FormData): Promise<string | null | undefined> {
  let led: string | null | undefined;
  for (const pause of pausesMs) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    led = await ask(address, form);
    if (led) break;
  }
  return led;
}

async function ask(address: string, form: FormData): Promise<string | null | undefined> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(address, { method: "POST", body: form, signal, cache: "no-store" });
    if (!response.ok) return undefined;
    const answer: { path: string | null } = await response.json();
    return answer.path;
  } catch {
    return undefined;
  }
}
