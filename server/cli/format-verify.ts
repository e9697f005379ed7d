/** A verified connection for a person at a terminal: a line for each step, what to do where one failed, a line for each model. */
import { type ConnectionStep, stepTitles } from "../../shared/connection";
import { styled } from "./format-text";
import { counted } from "./summary";
import type { UsedModel, Verified } from "./verify";

const outcomeWords = { passed: "ok", failed: "failed", skipped: "skipped" } as const;
const outcomeStyles = { passed: "green", failed: "red", skipped: "dim" } as const;

export function verifyText({ connection, models, catalogue }: Verified, useColor: boolean): string {
	const steps = connection.steps.flatMap((step) => stepLines(step, useColor));
	const compared = catalogue.isLive ? "the live catalogue" : `the catalogue of ${catalogue.date}`;
	const title = models.length === 0 ? "No model string of a client was found." : `Models, compared with ${compared}:`;
	const lines = models.flatMap((model) => modelLines(model, useColor));
	return `${[...steps, "", title, ...lines, "", verdictLine({ connection, models, catalogue }, useColor)].join("\n")}\n`;
}

function stepLines(
	{ id, outcome, says, milliseconds, requestId, advice }: ConnectionStep,
	useColor: boolean,
): string[] {
	const word = styled(outcomeWords[outcome].padEnd(8), outcomeStyles[outcome], useColor);
	const aside = [milliseconds === null ? [] : `${milliseconds} ms`, requestId ?? []].flat().join(", ");
	const line = `${word}${stepTitles[id]}: ${says}${aside === "" ? "" : styled(` (${aside})`, "dim", useColor)}`;
	return advice === null ? [line] : [line, `        ${advice}`];
}

function modelLines({ slug, verdict, closest, until, places }: UsedModel, useColor: boolean): string[] {
	const isWell = verdict === "known" || verdict === "unclear";
	const style = verdict === "known" ? "green" : isWell ? "dim" : "red";
	const first = places[0];
	const place = first ? `${first.path}:${first.range.start.line + 1}:${first.range.start.character + 1}` : "";
	const more = places.length > 1 ? ` and ${counted(places.length - 1, "other place")}` : "";
	const word = verdict === "known" ? "ok" : verdict === "unclear" ? "unclear" : "failed";
	const line = `${styled(word.padEnd(8), style, useColor)}${slug}${styled(` (${place}${more})`, "dim", useColor)}`;
	return isWell
		? [line]
		: [line, `        ${whyNot(verdict, until)}${closest.length > 0 ? ` Closest: ${closest.join(", ")}.` : ""}`];
}

const reasons: Readonly<Record<Exclude<UsedModel["verdict"], "known" | "unclear" | "deprecated">, string>> = {
	"unknown-model": "Concentrate does not list this model.",
	"author-prefix":
		"What stands before the slash is the model's author; Concentrate wants the provider that serves it, or nothing.",
	"unknown-provider": "What stands before the slash is no provider of Concentrate's.",
	"not-served": "This provider does not serve the model.",
};

function whyNot(verdict: UsedModel["verdict"], until: string | null): string {
	if (verdict === "deprecated") return `This model is deprecated${until === null ? "" : ` (${until})`}.`;
	return verdict === "known" || verdict === "unclear" ? "" : reasons[verdict];
}

function verdictLine({ connection, models }: Verified, useColor: boolean): string {
	const wrong = models.filter(({ verdict }) => verdict !== "known" && verdict !== "unclear").length;
	const failed = connection.steps.filter(({ outcome }) => outcome === "failed").length;
	if (failed > 0) return styled("The connection does not work yet.", "bold", useColor);
	if (wrong > 0) return styled(`The connection works; ${counted(wrong, "model")} will not.`, "bold", useColor);
	const keyless = connection.outcome === "keyless" ? " No request was made with a key." : "";
	return styled(`All is well.${keyless}`, "green", useColor);
}
