import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StaySignedIn } from "./session/stay-signed-in.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

/** The frame of every page: skip link, header, content, footer. */
export function ShopFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("shop.site");
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="button absolute -top-24 start-4 z-10 focus-visible:top-4 motion-safe:transition-[top]"
      >
        {t("skipToContent")}
      </a>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="page-width flex-1 py-8 outline-none sm:py-12">
        {children}
      </main>
      <SiteFooter />
      <StaySignedIn />
    </div>
  );
}
