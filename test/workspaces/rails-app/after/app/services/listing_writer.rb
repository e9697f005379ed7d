# frozen_string_literal: true

# Writes the description of a listing.
class ListingWriter
  MODEL = "gpt-4o"

  def initialize(listing, user:)
    @listing = listing
  end

  def call
    response = client.chat(
      parameters: {
        model: MODEL,
        messages: [
          { role: "system", content: "You write warm, honest descriptions of flats." },
          { role: "user", content: @listing.facts.to_json }
        ],
        temperature: 0.7
      }
    )
    response.dig("choices", 0, "message", "content")
  end

  private

  def client
    @client ||= OpenAI::Client.new
  end
end
