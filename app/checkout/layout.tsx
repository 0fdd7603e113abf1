import type { ReactNode } from "react";
import { CheckoutShell } from "../_components/checkout/checkout-shell.tsx";

/** Every page reads cookies and contains its request's nonce, so none can be prerendered. */
export const dynamic = "force-dynamic";

export default function CheckoutLayout({ children }: { children: ReactNode }) {
  return <CheckoutShell>{children}</CheckoutShell>;
}
