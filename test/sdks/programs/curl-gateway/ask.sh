#!/usr/bin/env bash
set -euo pipefail

MODEL="claude-4.5-haiku/anthropic"

curl -sS --fail-with-body "https://ai-gateway.helicone.ai/v1/chat/completions" \
  -H "Content-Type: application/json" \
  -H "Authorization: Bearer $HELICONE_API_KEY" \
  -d "{
    \"model\": \"$MODEL\",
    \"stream\": true,
    \"messages\": [{\"role\": \"user\", \"content\": \"Say hello in one word\"}]
  }"
