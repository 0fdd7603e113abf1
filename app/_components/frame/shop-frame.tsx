import type { ReactNode } from "react";
import { StaySignedIn } from "../session/stay-signed-in.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { SkipLink } from "./skip-link.tsx";

/** The frame of every page: skip link, header, content, footer. */
export function ShopFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <SiteHeader />
      <main id="content" tabIndex={-1} className="page-width flex-1 py-8 outline-none sm:py-12">
        {children}
      </main>
      <SiteFooter />
      <StaySignedIn />
    </div>
  );
}
