export { type DeletedRows, deleteExpired } from "./delete-expired.ts";
