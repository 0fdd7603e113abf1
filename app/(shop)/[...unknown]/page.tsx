import type { Metadata } from "next";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { MissingPage } from "../../_components/missing-page.tsx";

export const generateMetadata = (): Promise<Metadata> => missingPageMetadata();

/** Handles every path without a page. */
export default function UnknownPage() {
  return <MissingPage />;
}
