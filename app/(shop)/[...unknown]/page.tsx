import type { Metadata } from "next";
import { missingPageMetadata } from "#lib/storefront/missing-page.ts";
import { MissingPage } from "../../_components/missing-page.tsx";

export const generateMetadata = (): Promise<Metadata> => missingPageMetadata();

/** Every address that no other page answers to. */
export default function UnknownPage() {
  return <MissingPage />;
}
