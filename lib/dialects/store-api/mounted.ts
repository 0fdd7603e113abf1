import { modules } from "#lib/modules.ts";
import { addressTable, type MountedApi, refuseBy } from "#lib/platform/http/index.ts";
import { storeContract } from "./contract.ts";
import { toFailure } from "./errors.ts";

const contract = [...storeContract, ...modules.flatMap((module) => module.contract ?? [])];

const methodsAt = addressTable(
  contract.flatMap(({ path, method }) =>
    (method === "GET" ? ["GET", "HEAD"] : [method]).map((served) => [path, served] as const),
  ),
);

/** The store API as the web server sees it. */
export const storeApi: MountedApi = {
  mount: "/store",
  methodsAt: (path) => (methodsAt(path)?.values ?? []).toSorted(),
  refuse: refuseBy(toFailure),
};
