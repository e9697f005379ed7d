/** The mapping tables and the questions asked of them. Pure and fast: every map is built once, when this is loaded. */
export { environmentVariable } from "./environment-names";
export { requestHeader, responseHeader } from "./header-names";
export { hostOf, hostRow } from "./host-names";
export { interfaceAt } from "./interface-paths";
export { heliconeModel, isCatalogueModel, isHeliconeAuthor, isHeliconeProvider, providerSlug, slugRow } from "./models";
export { heliconePackage } from "./package-names";
export { rowById, tables } from "./row-ids";
export type * from "./schema";
export {
	catalogue,
	chatArguments,
	chatResults,
	clients,
	dashboards,
	environment,
	heliconeRegistry,
	packages,
	reportTopics,
	requestHeaders,
	responseHeaders,
	slugs,
} from "./tables";
