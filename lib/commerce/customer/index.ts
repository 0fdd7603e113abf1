export { accountExists, accountOf } from "./account-exists.ts";
export { accountsAmong } from "./accounts-among.ts";
export {
  addAddress,
  type CustomerAddress,
  changeAddress,
  getBookedAddress,
  listAddresses,
  removeAddress,
  toAddress,
} from "./addresses.ts";
export { type Customer, getCustomer } from "./customers.ts";
export { customerFields } from "./filter-fields.ts";
export {
  type CustomerNames,
  type CustomerProfile,
  checkNamesFree,
  profileMembers,
  setProfile,
} from "./profile.ts";
export { type CustomerAddressInput, customerAddressChange, customerAddressInput } from "./schemas.ts";
export { addresses, customers } from "./verbs.ts";
