#!/usr/bin/env bash
# One question after every deployment.
set -euo pipefail

export OPENAI_API_KEY="${OPENAI_API_KEY:?}"
export HELICONE_API_KEY="${HELICONE_API_KEY:?}"

curl --fail --silent https://oai.helicone.ai/v1/chat/completions \
  -H "Content-Type: application/json" \
  -H "Authorization: Bearer $OPENAI_API_KEY" \
  -H "Helicone-Auth: Bearer $HELICONE_API_KEY" \
  -H "Helicone-Property-Stage: smoke" \
  -d '{ "model": "gpt-4o", "messages": [{ "role": "user", "content": "Say hello in one word" }] }'
