export { authApi } from "./api.ts";
