export { accountExists } from "./account-exists.ts";
