import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Draft } from "#lib/storefront/forms/draft.ts";
import { watchDraft } from "./watch-draft.ts";

/** As much of a browser as it needs: a form with one field, which is the target of its own events. */
class Field extends EventTarget {
  readonly type = "email";
  readonly name = "email";
  value = "";
  readonly defaultValue = "";
  readonly elements = Object.assign([this], { namedItem: () => this });
  readonly id: string = "own";
  readonly dataset: { replaces?: string } = {};
  closest(): null {
    return null;
  }
}

/** Hears what is submitted. */
class Document extends EventTarget {
  submit(form: Field): void {
    const event = new Event("submit");
    Object.defineProperty(event, "target", { value: form });
    this.dispatchEvent(event);
  }
}

/** What the field had when its form was read. */
class Posted {
  readonly #value: string;
  constructor(form: Field) {
    this.#value = form.value;
  }
  keys(): string[] {
    return ["email"];
  }
  get(): string {
    return this.#value;
  }
}

let fieldsCame: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("HTMLInputElement", Field);
  vi.stubGlobal("HTMLTextAreaElement", class {});
  vi.stubGlobal("HTMLSelectElement", class {});
  vi.stubGlobal("HTMLFormElement", Field);
  vi.stubGlobal("FormData", Posted);
  vi.stubGlobal(
    "MutationObserver",
    class {
      constructor(came: () => void) {
        fieldsCame = came;
      }
      observe() {}
    },
  );
  vi.stubGlobal("document", new Document());
  vi.stubGlobal("navigator", { onLine: true });
  const stored = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watch(atPauses: boolean) {
  const field = new Field();
  const save = vi.fn(async (): Promise<Draft> => ({ error: {}, kept: true }));
  const show = vi.fn();
  const form = field as unknown as HTMLFormElement;
  watchDraft(form, { key: "draft", save, soon: false, atPauses, show });
  const type = async (letters: string) => {
    for (const letter of letters) {
      field.value += letter;
      field.dispatchEvent(new Event("input"));
      await vi.advanceTimersByTimeAsync(3_000);
    }
  };
  const leave = async () => {
    field.dispatchEvent(new Event("focusout"));
    await vi.advanceTimersByTimeAsync(3_000);
  };
  return { field, save, show, type, leave };
}

test("what is typed is saved at every pause", async () => {
  const { save, type } = watch(true);
  await type("abc");
  expect(save).toHaveBeenCalledTimes(3);
});

test("an address is saved once it is whole, however slowly it is typed", async () => {
  const { save, type, leave } = watch(false);
  await type("ada@mail.solutions");
  expect(save).not.toHaveBeenCalled();
  await leave();
  expect(save).toHaveBeenCalledTimes(1);
  await leave();
  expect(save).toHaveBeenCalledTimes(1);
});

test("the browser keeps what was typed until the cart has all of it", async () => {
  const { field, save, type, leave } = watch(false);
  await type("ada@mail.example");
  const { promise, resolve } = Promise.withResolvers<Draft>();
  save.mockReturnValueOnce(promise);
  await leave();
  await type(".com");
  resolve({ error: {}, kept: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(sessionStorage.getItem("draft")).toContain(field.value);
  await leave();
  expect(sessionStorage.getItem("draft")).toBeNull();
});

test("a field that comes back has what was typed into it", async () => {
  const { field, type } = watch(false);
  await type("ada@");
  field.value = "";
  fieldsCame();
  expect(field.value).toBe("ada@");
});

test("an answer judges a field as it was sent, and says nothing once that was changed", async () => {
  const { field, save, show, type, leave } = watch(false);
  const meant = { name: "email", value: "ada@gmail.com", words: "ada@gmail.com?" };
  const refusal = { error: { email: ["Enter an email address"] }, kept: false, meant };
  save.mockResolvedValue(refusal);
  await type("a");
  await leave();
  expect(show).toHaveBeenLastCalledWith({ email: "Enter an email address" }, meant);
  const { promise, resolve } = Promise.withResolvers<Draft>();
  save.mockReturnValue(promise);
  await type("d");
  await leave();
  field.value = "ada@mail.example";
  resolve(refusal);
  await vi.advanceTimersByTimeAsync(0);
  expect(show).toHaveBeenCalledTimes(2);
  expect(show).toHaveBeenLastCalledWith({}, undefined);
});

test.each([
  ["the form is sent", (field: Field) => field, 0],
  [
    "a form that replaces its input is sent",
    () => Object.assign(new Field(), { dataset: { replaces: "own" } }),
    0,
  ],
  ["another form is sent", () => new Field(), 1],
])("a field that was left is saved unless %s", async (_, sent, times) => {
  const { field, save } = watch(false);
  field.value = "ada@mail.example";
  field.dispatchEvent(new Event("input"));
  field.dispatchEvent(new Event("focusout"));
  (document as unknown as Document).submit(sent(field));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(save).toHaveBeenCalledTimes(times);
});
