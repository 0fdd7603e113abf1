export { acts } from "./acts.ts";
export { count, limited } from "./limited.ts";
export type { Act, Acts } from "./rules.ts";
