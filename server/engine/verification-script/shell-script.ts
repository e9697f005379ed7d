/** The script for any POSIX shell with curl. */
import { gateway } from "../../../shared/mappings/gateway";
import { headline, meanings, mostTokens, noKey, notes, question } from "./script-words";
import type { ScriptModel } from "./verification-script";

export function shellScript(models: readonly ScriptModel[]): string {
	const rows = models.map(({ slug, names }) => `check ${[slug, ...names].map((word) => `'${word}'`).join(" ")}`);
	const says = meanings.map(([status, meaning]) => `\t${status}) echo "${meaning}" ;;`);
	return `#!/bin/sh
${[headline, "", ...notes].map((line) => `# ${line}`.trimEnd()).join("\n")}
set -u

key=\${${gateway.keyVariable}:-}
base=\${CONCENTRATE_BASE_URL:-${gateway.base}}
base=\${base%/}
case $key in
'' | *[!A-Za-z0-9._-]*)
	echo "${noKey}" >&2
	exit 2
	;;
esac

folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
worst=0

meaning() {
	case $1 in
${says.join("\n")}
	*) echo "the gateway refuses" ;;
	esac
}

# NAME MODEL: whether an answer of MODEL is one of NAME; a date may follow.
is_called() {
	case $2 in
	"$1" | "$1"[-@:][0-9][0-9][0-9][0-9]*) return 0 ;;
	esac
	return 1
}

# STREAM SLUG NAME...: prints what was seen; fails when something is wrong.
ask() {
	stream=$1 slug=$2
	shift 2
	# The key comes in through standard input: arguments are for everybody to see.
	status=$(printf 'Authorization: Bearer %s\\n' "$key" | curl -q -s --max-time 60 -o "$folder/body" -D "$folder/head" \\
		-w '%{http_code}' -H @- -H 'Content-Type: application/json' \\
		--data '{"model": "'"$slug"'", "input": "${question}", "max_output_tokens": ${mostTokens}, "stream": '"$stream"'}' \\
		"$base/responses") || {
		printf 'no answer (curl %s)' "$?"
		return 1
	}
	if [ "$status" != 200 ]; then
		printf 'status %s, %s' "$status" "$(meaning "$status")"
		return 1
	fi
	if [ "$stream" = true ] && ! grep -Eq '^data:.*"type" *: *"response\\.(completed|incomplete)"' "$folder/body"; then
		printf 'the stream does not end as it should'
		return 1
	fi
	model=$(grep -o '"model" *: *"[^"]*"' "$folder/body" | sed -e 's/^.*: *"//' -e 's/"$//' | tail -n 1)
	if [ -z "$model" ]; then
		printf 'the answer names no model'
		return 1
	fi
	bare=$(printf '%s' "\${model##*/}" | tr '[:upper:]' '[:lower:]')
	expected=$#
	for name in "$@"; do
		if is_called "$name" "$bare"; then expected=0; fi
	done
	if [ "$expected" -ne 0 ]; then
		printf '%s answered instead' "$model"
		return 1
	fi
	id=$(tr -d '\\r' <"$folder/head" | sed -n 's/^[Xx]-[Rr][Ee][Qq][Uu][Ee][Ss][Tt]-[Ii][Dd]: *//p' | tail -n 1)
	if [ -z "$id" ]; then
		printf 'the answer has no X-Request-Id'
		return 1
	fi
	printf '%s, %s' "$model" "$id"
}

check() {
	word='ok    '
	plain=$(ask false "$@") || word=failed
	streamed=$(ask true "$@") || word=failed
	[ "$word" = failed ] && worst=1
	echo "$word $1 (plain: $plain; streamed: $streamed)"
}

${rows.join("\n")}
exit $worst
`;
}
