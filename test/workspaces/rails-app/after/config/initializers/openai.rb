# frozen_string_literal: true

OpenAI.configure do |config|
  config.access_token = ENV.fetch("CONCENTRATE_API_KEY")
  config.uri_base = "https://api.concentrate.ai"
  config.request_timeout = 120
end
