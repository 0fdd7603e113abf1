import { StripeFault } from "./fault.ts";
import { listOf } from "./list.ts";
import type { State } from "./state.ts";

/** Expands the ids at `paths` into objects: expandIn(state, session, ["payment_intent.latest_charge"]). */
export function expandIn(state: State, object: object, paths: readonly string[] = []): object {
  return paths.reduce(
    (shown, path) => expandPath(state, shown, path.split("."), path),
    structuredClone(object),
  );
}

function expandPath(state: State, object: object, [name = "", ...rest]: string[], path: string): object {
  const value: unknown = Reflect.get(object, name);
  if (name === "line_items")
    return { ...object, line_items: linesOf(state, String(Reflect.get(object, "id"))) };
  if (name === "refunds") return { ...object, refunds: refundsOf(state, String(Reflect.get(object, "id"))) };
  if (value === null) return object;
  if (Array.isArray(value))
    return { ...object, [name]: value.map((item) => expandPath(state, item, rest, path)) };
  const whole = typeof value === "string" ? byId(state, value) : value;
  if (typeof whole !== "object" || whole === null) {
    throw new StripeFault(400, `This property cannot be expanded (${path}).`, { param: "expand" });
  }
  const copy = structuredClone(whole);
  return { ...object, [name]: rest.length === 0 ? copy : expandPath(state, copy, rest, path) };
}

export function linesOf(state: State, sessionId: string) {
  return {
    object: "list",
    url: `/v1/checkout/sessions/${sessionId}/line_items`,
    has_more: false,
    data: state.lines.get(sessionId) ?? [],
  };
}

/** A charge shows its latest ten. */
function refundsOf(state: State, chargeId: string) {
  const own = [...state.refunds.values()].filter(({ charge }) => charge === chargeId);
  return listOf(`/v1/charges/${chargeId}/refunds`, own, { limit: 10 });
}

function byId(state: State, id: string): unknown {
  const shelves = [state.intents, state.charges, state.refunds, state.disputes, state.sessions];
  return shelves.map((shelf) => shelf.get(id)).find((found) => found !== undefined);
}
