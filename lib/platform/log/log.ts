import pino from "pino";
import { env } from "#lib/platform/env.ts";
import { output } from "./log-output.ts";
import { loggable, loggableFields } from "./loggable.ts";

const { error = 50 } = pino.levels.values;

/**
 * Writes JSON lines to standard output, errors at once and everything else after a moment. Log ids, never personal
 * data. There are no child loggers: pino writes their bindings without the formatter that redacts.
 */
export const log: pino.BaseLogger = pino(
  {
    level: env.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: loggableFields },
    serializers: { err: (described: unknown) => described },
    hooks: {
      logMethod([first, ...rest], log, level) {
        // Without a message pino uses the error's, which may quote its input.
        const told =
          rest.length === 0 && typeof first === "object" ? [""] : rest.map((value) => loggable(value));
        Reflect.apply(log, this, [first, ...told]);
        if (level >= error) output.flush();
      },
    },
  },
  output,
);
