export { commercetoolsApi } from "./api.ts";
