const person = { firstName: "Gale", lastName: "Guest" };

/** Addresses as carts have them. */
export const usAddress = {
  ...person,
  line1: "14 Harbor Lane",
  city: "Portland",
  region: "ME",
  postalCode: "04101",
  country: "US",
};
export const deAddress = {
  ...person,
  line1: "Hafenweg 14",
  city: "Hamburg",
  postalCode: "20457",
  country: "DE",
};

/** `usAddress` as the commercetools dialect writes it. */
export const wireUsAddress = {
  country: "US",
  ...person,
  streetName: "Harbor Lane",
  streetNumber: "14",
  city: "Portland",
  state: "ME",
  postalCode: "04101",
};

/** `usAddress` as an entry for an address book, with a phone number. */
export const bookAddress = {
  ...person,
  fullAddress: "14 Harbor Lane",
  city: "Portland",
  pincode: "04101",
  state: "ME",
  phone: "+12075550142",
  country: "US",
  isDefault: false,
};
