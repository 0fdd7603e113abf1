export { acts } from "./acts.ts";
export { limited } from "./limited.ts";
export type { Act, Acts } from "./rules.ts";
