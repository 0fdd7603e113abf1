// Creates the shop for every page and its actions.
import "#lib/shop.ts";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { env } from "#lib/platform/env.ts";
import { currentReader } from "#lib/platform/i18n/current-reader.ts";
import { directionOf } from "#lib/platform/i18n/languages.ts";
import { messagesIn } from "#lib/platform/i18n/messages.ts";
import { sharedPicture } from "#lib/storefront/catalogue/shared-picture.ts";
import { Progress } from "./_components/progress/progress.tsx";
import { WordsProvider } from "./_components/words.tsx";

// Next preloads it. A page whose connection is too slow keeps the fallback, so that nothing moves when it arrives; the
// next page has it.
const piazzolla = localFont({
  src: "./fonts/piazzolla.woff2",
  weight: "500 700",
  display: "optional",
  adjustFontFallback: false,
  variable: "--font-piazzolla",
});

export async function generateMetadata(): Promise<Metadata> {
  const [t, { language }] = await Promise.all([getTranslations("shop.site"), currentReader()]);
  return {
    metadataBase: new URL(env.STOREFRONT_URL),
    title: { default: `${t("name")} · ${t("tagline")}`, template: t("titleTemplate") },
    description: t("description"),
    openGraph: { siteName: t("name"), type: "website", images: [sharedPicture()] },
    manifest: `/manifest.webmanifest?lang=${language}`,
    icons: { icon: "/favicon.svg", apple: "/apple-touch-icon.png" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f4" },
    { media: "(prefers-color-scheme: dark)", color: "#151d1e" },
  ],
};

/** The document around every page. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language } = await currentReader();
  const { crash, lost, notFound, progress } = messagesIn(language).shop;
  return (
    <html lang={language} dir={directionOf(language)} className={piazzolla.variable}>
      <body>
        <WordsProvider language={language} words={{ crash, lost, notFound, progress }}>
          {children}
          <Progress />
        </WordsProvider>
      </body>
    </html>
  );
}
