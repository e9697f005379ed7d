/** How a configuration file refers to an environment variable: as its other references do, else as its program does. */
import type { Outline } from "../../outline/schema";

const styles: readonly (readonly [sign: RegExp, (name: string) => string])[] = [
	[/os\.environ\/|^model_list:|^litellm_settings:/m, (name) => `os.environ/${name}`],
	[/\$\{\{\s*secrets\.|^(models|jobs):\s*$/m, (name) => `\${{ secrets.${name} }}`],
	[/opencode\.ai\/config|\{env:\w+\}/, (name) => `{env:${name}}`],
	[/\$\{env:\w+\}/, (name) => `\${env:${name}}`],
	[/\$\{[A-Za-z_]\w*[}:]|^(services|spring):\s*$/m, (name) => `\${${name}}`],
];

/** @returns the empty string when nobody knows how the program that reads the file would find a variable */
export function configReference(name: string, { text }: Outline): string {
	const plain = text.replace(/^\uFEFF/, "");
	return styles.find(([sign]) => sign.test(plain))?.[1](name) ?? "";
}
