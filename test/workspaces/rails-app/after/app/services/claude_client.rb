# frozen_string_literal: true

require "net/http"
require "json"

# Long documents go to Claude.
class ClaudeClient
  ENDPOINT = URI("https://api.concentrate.ai/v1/messages")

  def ask(prompt)
    request = Net::HTTP::Post.new(ENDPOINT)
    request["content-type"] = "application/json"
    request["x-api-key"] = ENV.fetch("CONCENTRATE_API_KEY")
    request["anthropic-version"] = "2023-06-01"
    request.body = {
      model: "claude-sonnet-4-5",
      max_tokens: 2000,
      messages: [{ role: "user", content: prompt }]
    }.to_json

    response = Net::HTTP.start(ENDPOINT.host, ENDPOINT.port, use_ssl: true) { |http| http.request(request) }
    JSON.parse(response.body).dig("content", 0, "text")
  end
end
