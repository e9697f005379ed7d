/** Property tests see the same values on every machine, so that a red run means a change; `FC_SEED=…` hunts elsewhere. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_260_101) });
