#!/bin/sh
set -a
. ./.env
set +a

curl --silent --show-error --fail-with-body \
  --url "https://anthropic.helicone.ai/v1/messages" \
  --header "x-api-key: ${ANTHROPIC_API_KEY}" \
  --header "Helicone-Auth: Bearer ${HELICONE_API_KEY}" \
  --header "anthropic-version: 2023-06-01" \
  --header "content-type: application/json" \
  --data '{"model": "claude-sonnet-4-5", "max_tokens": 64, "messages": [{"role": "user", "content": "Say hello"}]}'
