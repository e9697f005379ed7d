# frozen_string_literal: true

require "rails_helper"

RSpec.describe ListingWriter do
  let(:listing) { build_stubbed(:listing) }
  let(:user) { build_stubbed(:user) }

  before do
    stub_request(:post, "https://api.concentrate.ai/v1/chat/completions")
      .to_return(
        status: 200,
        headers: { "Content-Type" => "application/json" },
        body: { choices: [{ message: { content: "A sunny flat." } }] }.to_json
      )
  end

  it "returns what the model wrote" do
    expect(described_class.new(listing, user: user).call).to eq("A sunny flat.")
  end
end
