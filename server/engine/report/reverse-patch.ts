/** The way back where no version control has one. */
import { maskKey } from "../../../shared/mask-key";
import { type ChangedFile, patchOf } from "./patch";

export interface ReversePatch {
	/** Empty when every file is left out. */
	readonly patch: string;
	/** Files whose old lines may hold a key: a report goes into a pull request. */
	readonly leftOut: readonly string[];
}

export function reversePatch(changed: readonly ChangedFile[]): ReversePatch {
	const patches = changed.map(({ path, before, after }) => ({
		path,
		patch: patchOf([{ path, before: after, after: before }]),
	}));
	const holdsSecret = ({ path, patch }: (typeof patches)[number]) => isEnvironment(path) || maskKey(patch) !== patch;
	return {
		patch: patches
			.filter((one) => !holdsSecret(one))
			.map(({ patch }) => patch)
			.join(""),
		leftOut: patches.filter(holdsSecret).map(({ path }) => path),
	};
}

/** Values of an environment file need not look like keys to be secret. */
function isEnvironment(path: string): boolean {
	return /(^|\/)(\.env[^/]*|[^/]*\.env|\.dev\.vars[^/]*)$/i.test(path);
}
