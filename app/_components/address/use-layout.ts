"use client";

import { useContext, useEffect, useState } from "react";
import type { AddressLayout } from "#lib/storefront/forms/address-layout.ts";
import { PostedAddress } from "../form/posted-address.tsx";
import { useLanguage } from "../words.tsx";
import { loadLayout } from "./load-layout.ts";

/** What was asked for already, because the parts of one address ask for themselves. */
const asked = new Map<string, Promise<AddressLayout | null>>();

function layoutOf(country: string, language: string): Promise<AddressLayout | null> {
  const key = `${country} ${language}`;
  const asking = asked.get(key) ?? loadLayout(country);
  asked.set(key, asking);
  // Offline: the next country asks again.
  asking.catch(() => asked.delete(key));
  return asking;
}

/**
 * The fields of `country`. Loads them if neither the page nor the form's last answer has them; until then the fields
 * stay as they are.
 */
export function useLayout(country: string | undefined, layouts: AddressLayout[]): AddressLayout | undefined {
  const { layouts: posted = [] } = useContext(PostedAddress);
  const language = useLanguage();
  const [loaded, setLoaded] = useState<{ language: string; layout: AddressLayout }[]>([]);
  const readable = loaded.filter((each) => each.language === language).map(({ layout }) => layout);
  const known = [...layouts, ...posted, ...readable];
  const layout = known.find((each) => each.country === country);
  const [shown, setShown] = useState(layout);
  if (layout && layout.country !== shown?.country) setShown(layout);

  const wanted = layout ? undefined : country;
  useEffect(() => {
    if (wanted === undefined) return;
    let stale = false;
    layoutOf(wanted, language).then(
      (layout) => !stale && layout && setLoaded((before) => [...before, { language, layout }]),
      // Offline: the fields stay, and the form's answer has the right ones.
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [wanted, language]);

  return layout ?? shown ?? layouts[0];
}
