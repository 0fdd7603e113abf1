import { layoutsOf } from "./address-layout.ts";
import type { FormState } from "./form-action.ts";

/** The state of a form with the layouts of the countries that were posted with it. */
export async function withLayouts(state: FormState, form: FormData): Promise<FormState> {
  if (!state) return state;
  const named = ["country", "shippingAddress.country", "billingAddress.country"].map((name) =>
    form.get(name),
  );
  return { ...state, layouts: await layoutsOf(...named) };
}
