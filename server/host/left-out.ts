/** Names that are never the program's own text. Whoever wants one looked at anyway names it on the command line. */
import { temporaryEnding } from "./write-file";

const folders = new Set([
	".git",
	".hg",
	".jj",
	".svn",
	".gradle",
	".idea",
	".mypy_cache",
	".next",
	".nox",
	".nuxt",
	".pnpm-store",
	".pytest_cache",
	".ruff_cache",
	".svelte-kit",
	".terraform",
	".tox",
	".turbo",
	".venv",
	".vscode-test",
	".yarn",
	"__pycache__",
	"bower_components",
	"jspm_packages",
	"node_modules",
	"site-packages",
]);

/** Pictures, sound, fonts, archives and machine code: opening them would only slow a scan down. */
const binaryEndings = new Set(
	(
		".7z .a .avi .avif .bin .bmp .br .bz2 .class .dll .dylib .eot .exe .flac .gif .gz .heic .ico .jar .jpeg .jpg .lib " +
		".m4a .mkv .mov .mp3 .mp4 .node .o .obj .ogg .otf .pdf .png .psd .pyc .pyd .rar .so .tar .tgz .tif .tiff .ttf .vsix " +
		".wasm .wav .webm .webp .whl .woff .woff2 .xz .zip .zst"
	).split(" "),
);

export function isLeftOutFolder(name: string): boolean {
	return folders.has(name);
}

export function isLeftOutFile(name: string): boolean {
	const dot = name.lastIndexOf(".");
	if (dot <= 0) return false;
	const ending = name.slice(dot);
	return binaryEndings.has(ending) || ending === temporaryEnding || binaryEndings.has(ending.toLowerCase());
}

/** Git must not keep these files, yet the program runs by them. */
export function isEnvironmentFile(name: string): boolean {
	return /^\.env(\..+|rc)?$|.\.env$|^\.dev\.vars(\..+)?$/i.test(name);
}
