/** A product: its path, its name, and the variant to choose if there are several. */
export type Product = { slug: string; name: string; variant?: RegExp };

/** The products and codes that the tests use: the demo's. Replace them with your own. */
export const kettle: Product = { slug: "stovetop-kettle", name: "Stovetop Kettle" };
export const beanie: Product = { slug: "wool-beanie", name: "Wool Beanie", variant: /Clay/ };
export const breadBoard: Product = { slug: "bread-board", name: "Bread Board", variant: /Oak \/ Medium/ };
export const pencils: Product = { slug: "cedar-pencils", name: "Cedar Pencils" };
export const soap: Product = { slug: "olive-soap", name: "Olive Soap", variant: /^Unscented/ };

/** The price of a kettle sent to `address`, with FIVEOFF: 68.00 − 5.00, 8 % tax on the rest, 5.00 shipping. */
export const kettleTotal = "$78.44";
export const kettleTotalReduced = "$73.04";

/** A number of an order, as pages and mails write it. */
export const orderNumber = /SC-[0-9A-Z]{8}/;

/** Fields of an address by their labels. */
export type AddressParts = Record<string, string>;

/** An address that the shop ships to. */
export const address: AddressParts = {
  "Full name": "Ada Lovelace",
  Address: "12 Harbor Road",
  "ZIP code": "97103",
  City: "Astoria",
  State: "OR",
};

/** The same address for the store API. */
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
