/** The mapping tables, checked against their schemas when this module is loaded: a bad row is a bug of the build. */
import { z } from "zod";
import catalogueJson from "./catalogue.json";
import chatArgumentsJson from "./chat-arguments.json";
import chatResultsJson from "./chat-results.json";
import { ChatArgument, ChatResult } from "./chat-schema";
import clientsJson from "./clients.json";
import dashboardsJson from "./dashboards.json";
import environmentJson from "./environment.json";
import heliconeRegistryJson from "./helicone-registry.json";
import hostsJson from "./hosts.json";
import interfacesJson from "./interfaces.json";
import packagesJson from "./packages.json";
import reportTopicsJson from "./report-topics.json";
import requestHeadersJson from "./request-headers.json";
import responseHeadersJson from "./response-headers.json";
import {
	Catalogue,
	Client,
	DashboardSurface,
	EnvironmentVariable,
	HeliconeRegistry,
	Host,
	Interface,
	Package,
	ReportTopic,
	RequestHeader,
	ResponseHeader,
	Slug,
	Trouble,
} from "./schema";
import slugsJson from "./slugs.json";
import troubleshootingJson from "./troubleshooting.json";

export const requestHeaders: readonly RequestHeader[] = z.array(RequestHeader).parse(requestHeadersJson);
export const responseHeaders: readonly ResponseHeader[] = z.array(ResponseHeader).parse(responseHeadersJson);
export const environment: readonly EnvironmentVariable[] = z.array(EnvironmentVariable).parse(environmentJson);
export const hosts: readonly Host[] = z.array(Host).parse(hostsJson);
export const clients: readonly Client[] = z.array(Client).parse(clientsJson);
export const slugs: readonly Slug[] = z.array(Slug).parse(slugsJson);
export const dashboards: readonly DashboardSurface[] = z.array(DashboardSurface).parse(dashboardsJson);
export const interfaces: readonly Interface[] = z.array(Interface).parse(interfacesJson);
export const packages: readonly Package[] = z.array(Package).parse(packagesJson);
export const troubleshooting: readonly Trouble[] = z.array(Trouble).parse(troubleshootingJson);
export const catalogue: Catalogue = Catalogue.parse(catalogueJson);
export const heliconeRegistry: HeliconeRegistry = HeliconeRegistry.parse(heliconeRegistryJson);
export const reportTopics: readonly ReportTopic[] = z.array(ReportTopic).parse(reportTopicsJson);
export const chatArguments: readonly ChatArgument[] = z.array(ChatArgument).parse(chatArgumentsJson);
export const chatResults: readonly ChatResult[] = z.array(ChatResult).parse(chatResultsJson);
