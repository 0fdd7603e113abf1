export { perform } from "./perform.ts";
export {
  type AnyVerb,
  anybody,
  type ContextOf,
  customers,
  programs,
  shoppers,
  shoppersAndPrograms,
  type Verb,
  verb,
  visitors,
  type Who,
} from "./verb.ts";
