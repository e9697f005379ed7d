/** Every rule, in the order of the guide. */
import { concentrateApiKey } from "./concentrate-api-key";
import { concentrateBaseUrl } from "./concentrate-base-url";
import { concentrateUnknownModel } from "./concentrate-unknown-model";
import { heliconeApiKey } from "./helicone-api-key";
import { heliconeBaseUrl } from "./helicone-base-url";
import { heliconeCallback } from "./helicone-callback";
import { heliconeEnvVar } from "./helicone-env-var";
import { heliconeLink } from "./helicone-link";
import { heliconeLogging } from "./helicone-logging";
import { heliconeMention } from "./helicone-mention";
import { heliconeModelSlug } from "./helicone-model-slug";
import { heliconeName } from "./helicone-name";
import { heliconePackageRule } from "./helicone-package";
import { heliconePrompt } from "./helicone-prompt";
import { heliconeRequestHeader } from "./helicone-request-header";
import { heliconeResponseHeader } from "./helicone-response-header";
import type { Rule } from "./rule";

export const engineRules: readonly Rule[] = [
	heliconeEnvVar,
	heliconeBaseUrl,
	heliconeApiKey,
	heliconeRequestHeader,
	heliconeResponseHeader,
	heliconeModelSlug,
	heliconePackageRule,
	heliconeCallback,
	heliconeLogging,
	heliconePrompt,
	heliconeLink,
	concentrateBaseUrl,
	concentrateApiKey,
	concentrateUnknownModel,
	/** Behind all that may still be Helicone's: names follow what they name. */
	heliconeName,
	/** Last: it leaves out what the others found. */
	heliconeMention,
];
