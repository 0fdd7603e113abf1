import { pageRows } from "../pages/index.ts";
import type { Row } from "../row.ts";
import { catalogue } from "./catalogue.ts";
import { commercetools } from "./commercetools.ts";
import { guestJourney } from "./guest-journey.ts";
import { hotProduct } from "./hot-product.ts";
import { manyLines } from "./many-lines.ts";
import { orderLists } from "./order-lists.ts";
import { statements } from "./statements.ts";
import { tracking } from "./tracking.ts";

/** The rows of the table, in this order: the last ones let the shop grow. */
export const rows: readonly Row[] = [
  guestJourney,
  statements,
  tracking,
  hotProduct,
  manyLines,
  commercetools,
  ...pageRows,
  catalogue,
  orderLists,
];
