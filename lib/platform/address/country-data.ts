/** A country's address format, in the notation of the metadata: %A street, %C city, %S region, %Z postal code. */
export type CountryData = {
  /** The lines below the name: "%A%n%C, %S %Z". */
  format: string;
  /** The required parts: "ACSZ". */
  required: string;
  /** A pattern that matches a whole postal code. */
  postalCode?: string;
  examples?: string[];
  /** The prefix of the code in international mail: "CH-". */
  postalPrefix?: string;
  postalCodeName?: string;
  cityName?: string;
  regionName?: string;
  /** Code, name in Latin script, name in the local script. */
  regions?: ([string, string] | [string, string, string])[];
  /** By the region's code: a pattern that its postal codes begin with. */
  postalCodesByRegion?: Record<string, string>;
};
