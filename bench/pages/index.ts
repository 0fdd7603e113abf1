import type { Row } from "../row.ts";
import { coldStart } from "./cold-start.ts";
import { pageCpu } from "./cpu.ts";
import { pageLighthouse } from "./lighthouse.ts";
import { pageLook } from "./look.ts";
import { memory } from "./memory.ts";
import { pageWeight } from "./weight.ts";

/** The rows about pages and processes; `node bench/pages.ts` prints them alone. */
export const pageRows: readonly Row[] = [pageWeight, pageCpu, pageLook, pageLighthouse, coldStart, memory];
