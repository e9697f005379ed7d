# shellcheck shell=bash
# Sourced by the tools in bin/.

: "${OPENAI_API_KEY:?set OPENAI_API_KEY}"
: "${HELICONE_API_KEY:?set HELICONE_API_KEY}"

LLM_MODEL="${LLM_MODEL:-gpt-4o-mini}"

# complete PROMPT [FEATURE] → the model's answer
complete() {
  local prompt="$1" feature="${2:-cli}"
  curl --silent --show-error --fail https://oai.helicone.ai/v1/chat/completions \
    -H "Content-Type: application/json" \
    -H "Authorization: Bearer $OPENAI_API_KEY" \
    -H "Helicone-Auth: Bearer $HELICONE_API_KEY" \
    -H "Helicone-User-Id: $USER" \
    -H "Helicone-Property-Feature: $feature" \
    -d "$(jq -n --arg model "$LLM_MODEL" --arg prompt "$prompt" \
      '{model: $model, messages: [{role: "user", content: $prompt}]}')" |
    jq -r '.choices[0].message.content'
}
