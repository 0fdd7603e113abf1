/** What a country's addresses are made of, as the metadata say it: %A street, %C city, %S region, %Z postal code. */
export type CountryData = {
  /** The lines below the name: "%A%n%C, %S %Z". */
  format: string;
  /** The parts that have to be there: "ACSZ". */
  required: string;
  /** The pattern of a whole postal code. */
  postalCode?: string;
  examples?: string[];
  /** What stands before the code in mail from abroad: "CH-". */
  postalPrefix?: string;
  postalCodeName?: string;
  cityName?: string;
  regionName?: string;
  /** Code, name in Latin letters, name in others. */
  regions?: ([string, string] | [string, string, string])[];
};
