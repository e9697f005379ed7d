# frozen_string_literal: true

OpenAI.configure do |config|
  config.access_token = ENV.fetch("OPENAI_API_KEY")
  config.uri_base = "https://oai.hconeai.com"
  config.request_timeout = 120
  config.extra_headers = {
    "Helicone-Auth" => "Bearer #{ENV.fetch('HELICONE_API_KEY')}",
    "Helicone-Property-Env" => Rails.env
  }
end
