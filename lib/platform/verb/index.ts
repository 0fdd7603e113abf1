export { perform } from "./perform.ts";
export {
  type AnyVerb,
  anybody,
  customers,
  type Policy,
  programs,
  shoppers,
  shoppersAndPrograms,
  type Verb,
  verb,
  visitors,
  type Who,
} from "./verb.ts";
