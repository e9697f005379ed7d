#!/usr/bin/env bash
set -euo pipefail

BASE=https://api.concentrate.ai/v1
QUESTION="Say hello"

curl -sS --fail-with-body "$BASE/chat/completions" \
  -H "Content-Type: application/json" \
  -H "Authorization: Bearer $CONCENTRATE_API_KEY" \
  -d '{
    "model": "gpt-4o",
    "max_tokens": 100,
    "messages": [{"role": "user", "content": "Say hello"}],
    "tools": [{"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}]
  }' | jq -r '.choices[0].message.content'

ANSWER=$(curl -sS "$BASE/chat/completions" -H "Content-Type: application/json" -H "Authorization: Bearer $CONCENTRATE_API_KEY" -d @- <<EOF
{"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "$QUESTION"}]}
EOF
)
echo "$ANSWER" | jq -r .choices[0].message.content
echo "$ANSWER" | jq '.usage.prompt_tokens'
