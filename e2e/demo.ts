/** A thing that the shop sells: where its page is, what it is called, and the variant to choose where there are several. */
export type Product = { slug: string; name: string; variant?: RegExp };

/** What the tests know of the goods and codes of the shop: the demo's. Put your own here. */
export const kettle: Product = { slug: "stovetop-kettle", name: "Stovetop Kettle" };
export const beanie: Product = { slug: "wool-beanie", name: "Wool Beanie", variant: /Clay/ };
export const breadBoard: Product = { slug: "bread-board", name: "Bread Board", variant: /Oak \/ Medium/ };
export const pencils: Product = { slug: "cedar-pencils", name: "Cedar Pencils" };
export const soap: Product = { slug: "olive-soap", name: "Olive Soap", variant: /^Unscented/ };

/** What a kettle costs, sent to `address`, and with FIVEOFF: 68.00, 8 % tax on what is left of it, 5.00 shipping. */
export const kettleTotal = "$78.44";
export const kettleTotalReduced = "$73.04";

/** Parts of an address by their labels. */
export type AddressParts = Record<string, string>;

/** Somewhere the shop sends to. */
export const address: AddressParts = {
  "First name": "Ada",
  "Last name": "Lovelace",
  Address: "12 Harbor Road",
  City: "Astoria",
  State: "OR",
  "ZIP code": "97103",
};

/** The same as the store API takes it. */
export const apiAddress = {
  firstName: "Ada",
  lastName: "Lovelace",
  line1: "12 Harbor Road",
  city: "Astoria",
  region: "OR",
  postalCode: "97103",
  country: "US",
};

/** An account with a history. */
export const regular = { email: "ada@example.com", password: "saltmarsh-demo-1" };
