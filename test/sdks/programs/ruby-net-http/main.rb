require "json"
require "net/http"
require "uri"

uri = URI("https://oai.helicone.ai/v1/chat/completions")
request = Net::HTTP::Post.new(uri)
request["Authorization"] = "Bearer #{ENV.fetch('OPENAI_API_KEY')}"
request["Helicone-Auth"] = "Bearer #{ENV.fetch('HELICONE_API_KEY')}"
request["Helicone-User-Id"] = "user_42"
request["Content-Type"] = "application/json"
request.body = JSON.generate(model: "gpt-4o-mini", messages: [{ role: "user", content: "Say hello" }])

response = Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |http| http.request(request) }
raise response.body unless response.is_a?(Net::HTTPSuccess)

puts JSON.parse(response.body).dig("choices", 0, "message", "content")
