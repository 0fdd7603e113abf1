export { accountExists, accountOf } from "./account-exists.ts";
export { accountsAmong } from "./accounts-among.ts";
export {
  addAddress,
  type CustomerAddress,
  type FullCustomerAddress,
  getBookedAddress,
  toAddress,
} from "./addresses.ts";
export { type Customer, type CustomerName, getCustomer } from "./customers.ts";
export { endMailedLinks } from "./end-mailed-links.ts";
export { customerFields, customerProfileFields } from "./filter-fields.ts";
export { type CustomerProfile, checkNamesFree, profileMembers, setProfile } from "./profile.ts";
export { customerAddressChange, customerAddressInput, customerName } from "./schemas.ts";
export { type CustomerChange, withEmail } from "./update-customer.ts";
export { addresses, customers } from "./verbs.ts";
