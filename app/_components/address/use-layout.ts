"use client";

import { useContext, useEffect, useState } from "react";
import type { AddressLayout } from "#lib/storefront/address-layout.ts";
import { PostedLayouts } from "../form/posted-layouts.tsx";
import { loadLayout } from "./load-layout.ts";

/** What was asked for already, because the parts of one address ask for themselves. */
const asked = new Map<string, Promise<AddressLayout | null>>();

function layoutOf(country: string): Promise<AddressLayout | null> {
  const asking = asked.get(country) ?? loadLayout(country);
  asked.set(country, asking);
  // Offline: the next country asks again.
  asking.catch(() => asked.delete(country));
  return asking;
}

/**
 * The fields of `country`. Loads them if neither the page nor the form's last answer has them; until then the fields
 * stay as they are.
 */
export function useLayout(country: string | undefined, layouts: AddressLayout[]): AddressLayout | undefined {
  const posted = useContext(PostedLayouts);
  const [loaded, setLoaded] = useState<AddressLayout[]>([]);
  const known = [...layouts, ...posted, ...loaded];
  const layout = known.find((each) => each.country === country);
  const [shown, setShown] = useState(layout);
  if (layout && layout.country !== shown?.country) setShown(layout);

  const wanted = layout ? undefined : country;
  useEffect(() => {
    if (wanted === undefined) return;
    let stale = false;
    layoutOf(wanted).then(
      (found) => !stale && found && setLoaded((before) => [...before, found]),
      // Offline: the fields stay, and the form's answer has the right ones.
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [wanted]);

  return layout ?? shown ?? layouts[0];
}
