import { addressTable, type MountedApi, refuseBy } from "#lib/http/index.ts";
import { modules } from "#lib/modules.ts";
import { storeContract } from "./contract.ts";
import { toFailure } from "./errors.ts";

const contract = [...storeContract, ...modules.flatMap((module) => module.contract ?? [])];

const methodsAt = addressTable(contract.map(({ path, method }) => [path, method] as const));

/** The store API as the web server sees it. */
export const storeApi: MountedApi = {
  mount: "/store",
  methodsAt: (path) => (methodsAt(path)?.values ?? []).toSorted(),
  refuse: refuseBy(toFailure),
};
