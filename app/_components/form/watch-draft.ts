import type { Draft, DraftAction } from "#lib/storefront/forms/draft.ts";

/** Errors of fields that were left after an edit; null: corrected. */
export type Checked = Record<string, string | null>;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Options = {
  /** Where the browser keeps what is not valid yet. */
  key: string;
  save: DraftAction;
  /** Whether to save what the form begins with. */
  soon: boolean;
  /** Whether to save while somebody is typing, at every pause. */
  atPauses: boolean;
  show: (checked: Checked, meant: Draft["meant"]) => void;
};

/** Long enough that a press of the form's own button comes first. */
const leftMs = 250;
const idleMs = 1_200;

/**
 * Keeps what is typed into `form`: in the browser at once, in the cart when a field is left and, unless `atPauses` is
 * off, when the typing stops. Shows the errors of fields that were left. Returns a function that stops it.
 */
export function watchDraft(form: HTMLFormElement, { key, save, soon, atPauses, show }: Options): () => void {
  const edited = new Set<string>();
  const left = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  restore(form, key);
  // Fields can come later, with a country or a billing address.
  const fields = new MutationObserver(() => restore(form, key));
  fields.observe(form, { childList: true, subtree: true });

  async function send() {
    if (!navigator.onLine) return;
    latest += 1;
    const own = latest;
    const sent = new FormData(form);
    const draft = await save(sent).catch(() => null);
    if (!draft || own !== latest) return;
    // Fields that have changed meanwhile are left to the next answer.
    const present = new FormData(form);
    const isCurrent = (name: string) => present.get(name) === sent.get(name);
    for (const [name, value] of Object.entries(draft.filled ?? {})) fill(form, name, value);
    if (draft.kept && [...present.keys()].every(isCurrent)) forget(key);
    const checked = [...left].filter(isCurrent).map((name) => [name, draft.error[name]?.[0] ?? null]);
    show(Object.fromEntries(checked), draft.meant && isCurrent(draft.meant.name) ? draft.meant : undefined);
  }

  function later(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(send, ms);
  }

  function onInput({ target }: Event) {
    if (!isControl(target)) return;
    edited.add(target.name);
    remember(form, key);
    if (atPauses) later(idleMs);
  }

  function onChange({ target }: Event) {
    if (!isControl(target) || isTyped(target)) return;
    left.add(target.name);
    later(0);
  }

  function onLeave({ target }: Event) {
    if (!isControl(target) || !edited.delete(target.name)) return;
    left.add(target.name);
    later(leftMs);
  }

  if (soon) later(0);

  const stop = () => clearTimeout(timer);
  const listeners = { input: onInput, change: onChange, focusout: onLeave };
  for (const [type, listener] of Object.entries(listeners)) form.addEventListener(type, listener);
  const stopListening = onSubmitOf(form, (isReplaced) => {
    stop();
    if (isReplaced) forget(key);
  });
  return () => {
    stop();
    fields.disconnect();
    stopListening();
    for (const [type, listener] of Object.entries(listeners)) form.removeEventListener(type, listener);
  };
}

/** Calls `sent` when the form is sent, or another one that replaces its input. Returns a function that ends this. */
function onSubmitOf(form: HTMLFormElement, sent: (isReplaced: boolean) => void): () => void {
  function onSubmit({ target }: Event) {
    const isReplaced = target instanceof HTMLFormElement && target.dataset.replaces === form.id;
    if (target === form || isReplaced) sent(isReplaced);
  }
  document.addEventListener("submit", onSubmit, true);
  return () => document.removeEventListener("submit", onSubmit, true);
}

function isControl(target: unknown): target is Control {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/** Whether people type into it, rather than choose. */
function isTyped(control: Control): boolean {
  return control instanceof HTMLTextAreaElement || /^(text|email|tel)$/.test(control.type);
}

/** Sets a field that is still empty. */
function fill(form: HTMLFormElement, name: string, value: string): void {
  const control = form.elements.namedItem(name);
  if (isControl(control) && control.value === "") control.value = value;
}

function remember(form: HTMLFormElement, key: string): void {
  const typed = [...form.elements].filter(
    (control): control is Control =>
      isControl(control) && (isTyped(control) || control.type === "select-one"),
  );
  // What is known of fields that are not shown now is kept.
  inStorage((storage) => {
    const present = Object.fromEntries(typed.map(({ name, value }) => [name, value]));
    storage.setItem(key, JSON.stringify({ ...read(storage, key), ...present }));
  });
}

function restore(form: HTMLFormElement, key: string): void {
  inStorage((storage) => {
    for (const [name, value] of Object.entries(read(storage, key))) {
      const control = form.elements.namedItem(name);
      if (!isControl(control) || control.value === value || isTouched(control)) continue;
      // Its choices may be those of another country, or not here yet.
      if (control instanceof HTMLSelectElement && !hasChoice(control, value)) continue;
      control.value = value;
      control.dispatchEvent(new Event("change", { bubbles: true }));
      const fold = control.closest("details");
      if (fold && value) fold.open = true;
    }
  });
}

function read(storage: Storage, key: string): Record<string, string> {
  try {
    return JSON.parse(storage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}

function hasChoice({ options }: HTMLSelectElement, value: string): boolean {
  return [...options].some((option) => option.value === value);
}

/** Whether the shopper changed the control before the scripts had loaded. */
function isTouched(control: Control): boolean {
  if (!(control instanceof HTMLSelectElement)) return control.value !== control.defaultValue;
  const preset = [...control.options].findIndex((option) => option.defaultSelected);
  return control.selectedIndex !== Math.max(0, preset);
}

function forget(key: string): void {
  inStorage((storage) => storage.removeItem(key));
}

/** A browser may refuse to store anything, and what it stores may be anything. */
function inStorage(act: (storage: Storage) => void): void {
  try {
    act(sessionStorage);
  } catch {
    // What is typed is then kept in the cart only, as it becomes valid.
  }
}
