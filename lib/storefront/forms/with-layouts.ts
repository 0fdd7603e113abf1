import { layoutsOf } from "./address-layout.ts";
import type { FormState } from "./form-action.ts";

/** Adds the layouts of the posted countries to the state of a form. */
export async function withLayouts(state: FormState, form: FormData): Promise<FormState> {
  if (!state) return state;
  const named = ["country", "shippingAddress.country", "billingAddress.country"].map((name) =>
    form.get(name),
  );
  return { ...state, layouts: await layoutsOf(...named) };
}
