/** Programs as their users write them, one or two for each language. */
import { configuration } from "./configuration-templates";
import { dynamic } from "./dynamic-templates";
import { markup } from "./markup-templates";
import { statics } from "./static-templates";
import type { Template } from "./template";

export const templates: readonly Template[] = [...dynamic, ...statics, ...configuration, ...markup];
