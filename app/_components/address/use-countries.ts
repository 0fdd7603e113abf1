"use client";

import { useContext, useEffect, useState } from "react";
import type { CountryChoice } from "#lib/storefront/checkout/countries.ts";
import { PostedAddress } from "../form/posted-address.tsx";
import { useLanguage } from "../words.tsx";

type Loaded = { language: string; countries: CountryChoice[] };

/** `few` countries until the others are here: from the form's last answer, or by `load`. */
export function useCountries(
  few: CountryChoice[],
  load: (() => Promise<CountryChoice[]>) | undefined,
): CountryChoice[] {
  const posted = useContext(PostedAddress).countries;
  const language = useLanguage();
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    if (!load) return;
    let stale = false;
    const ask = () =>
      load().then(
        (countries) => !stale && setLoaded({ language, countries }),
        // The few are still there to choose from.
        () => undefined,
      );
    ask();
    addEventListener("online", ask);
    return () => {
      stale = true;
      removeEventListener("online", ask);
    };
  }, [load, language]);
  if (!load) return few;
  return posted ?? (loaded?.language === language ? loaded.countries : few);
}
