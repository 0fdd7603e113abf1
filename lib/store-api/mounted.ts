import { type MountedApi, methodsOf, refuseBy } from "#lib/http/index.ts";
import { modules } from "#lib/modules.ts";
import { storeContract } from "./contract.ts";
import { toFailure } from "./errors.ts";

const contract = [...storeContract, ...modules.flatMap((module) => module.contract ?? [])];

/** The store API as the web server sees it. */
export const storeApi: MountedApi = {
  mount: "/store",
  methodsAt: methodsOf(contract.map(({ path, method }) => ({ path, methods: [method] }))),
  refuse: refuseBy(toFailure),
};
