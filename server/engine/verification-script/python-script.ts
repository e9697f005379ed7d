/** The script for Python 3.8 and later, without a package. */
import { gateway } from "../../../shared/mappings/gateway";
import { headline, meanings, mostTokens, noKey, notes, question } from "./script-words";
import type { ScriptModel } from "./verification-script";

export function pythonScript(models: readonly ScriptModel[]): string {
	const rows = models.map(({ slug, names }) => `    (${JSON.stringify(slug)}, ${JSON.stringify(names)}),`);
	const says = meanings.map(([status, meaning]) => `    ${status}: ${JSON.stringify(meaning)},`);
	return `"""${headline}

${notes.join("\n")}
"""

import json
import os
import re
import sys
import urllib.error
import urllib.request

# Each model with the names that its answer may bear; a date may follow.
MODELS = [
${rows.join("\n")}
]

MEANINGS = {
${says.join("\n")}
}


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """The key goes to one address alone."""

    def redirect_request(self, *args):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


class Failed(Exception):
    pass


def answer_of(base, key, slug, stream):
    """Returns the headers and the text of the answer."""
    body = {"model": slug, "input": ${JSON.stringify(question)}, "max_output_tokens": ${mostTokens}, "stream": stream}
    headers = {"Authorization": "Bearer " + key, "Content-Type": "application/json"}
    request = urllib.request.Request(base + "/responses", json.dumps(body).encode(), headers)
    try:
        with OPENER.open(request, timeout=60) as response:
            return response.headers, response.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        raise Failed("status %d, %s" % (error.code, MEANINGS.get(error.code, "the gateway refuses")))
    except Exception as error:
        raise Failed("no answer (%s)" % type(error).__name__)


def parsed(text):
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def model_in(text, stream):
    if not stream:
        return parsed(text).get("model")
    events = [parsed(line[5:]) for line in text.splitlines() if line.startswith("data:")]
    if not any(event.get("type") in ("response.completed", "response.incomplete") for event in events):
        raise Failed("the stream does not end as it should")
    answers = [event["response"] for event in events if isinstance(event.get("response"), dict)]
    return answers[-1].get("model") if answers else None


def is_expected(model, names):
    bare = model.lower().split("/")[-1]
    return not names or any(re.fullmatch(re.escape(name) + r"([-@:]\\d{4}.*)?", bare) for name in names)


def ask(base, key, slug, names, stream):
    """Returns what was seen; raises Failed."""
    headers, text = answer_of(base, key, slug, stream)
    model = model_in(text, stream)
    if not isinstance(model, str) or not model:
        raise Failed("the answer names no model")
    if not is_expected(model, names):
        raise Failed("%s answered instead" % model)
    if not headers.get("X-Request-Id"):
        raise Failed("the answer has no X-Request-Id")
    return "%s, %s" % (model, headers["X-Request-Id"])


def main():
    key = os.environ.get("${gateway.keyVariable}", "").strip()
    base = (os.environ.get("CONCENTRATE_BASE_URL") or "${gateway.base}").rstrip("/")
    if not re.fullmatch(r"[A-Za-z0-9._-]+", key):
        print("${noKey}", file=sys.stderr)
        return 2
    worst = 0
    for slug, names in MODELS:
        seen = []
        word = "ok    "
        for kind, stream in (("plain", False), ("streamed", True)):
            try:
                seen.append("%s: %s" % (kind, ask(base, key, slug, names, stream)))
            except Failed as failure:
                word = "failed"
                worst = 1
                seen.append("%s: %s" % (kind, failure))
        print("%s %s (%s)" % (word, slug, "; ".join(seen)))
    return worst


if __name__ == "__main__":
    sys.exit(main())
`;
}
