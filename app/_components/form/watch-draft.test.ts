import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchDraft } from "./watch-draft.ts";

/** As much of a browser as it needs: a form with one field, which is the target of its own events. */
class Field extends EventTarget {
  readonly type = "email";
  readonly name = "email";
  value = "";
  readonly elements = [this];
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("HTMLInputElement", Field);
  vi.stubGlobal("HTMLTextAreaElement", class {});
  vi.stubGlobal("HTMLSelectElement", class {});
  vi.stubGlobal("FormData", class {});
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watch(atPauses: boolean) {
  const field = new Field();
  const save = vi.fn(async () => ({ error: {}, kept: true }));
  const form = field as unknown as HTMLFormElement;
  watchDraft(form, { key: "draft", save, soon: false, atPauses, show: () => undefined });
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
  return { save, type, leave };
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
