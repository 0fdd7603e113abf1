export { earnPoints } from "./earn-points.ts";
export { takeBackPoints } from "./take-back-points.ts";
