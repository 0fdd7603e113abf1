import type { ReactNode } from "react";
import { SkipLink } from "../frame/skip-link.tsx";
import { StaySignedIn } from "../session/stay-signed-in.tsx";
import { CheckoutFooter } from "./checkout-footer.tsx";
import { CheckoutHeader } from "./checkout-header.tsx";

/** What surrounds every step of the checkout: no way into the rest of the shop but the brand and the cart. */
export function CheckoutShell({ children }: { children: ReactNode }) {
  return (
    <div className="checkout flex min-h-dvh flex-col">
      <SkipLink />
      <CheckoutHeader />
      <main id="content" tabIndex={-1} className="page-width flex-1 py-5 outline-none sm:py-8">
        {children}
      </main>
      <CheckoutFooter />
      <StaySignedIn />
    </div>
  );
}
