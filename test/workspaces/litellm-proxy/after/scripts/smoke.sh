#!/usr/bin/env bash
set -euo pipefail

# Through our own proxy: it knows the real keys.
curl --fail --silent "http://localhost:4000/v1/chat/completions" \
  -H "Authorization: Bearer $LITELLM_MASTER_KEY" \
  -H "Content-Type: application/json" \
  -d '{"model": "fast", "messages": [{"role": "user", "content": "ping"}]}'
