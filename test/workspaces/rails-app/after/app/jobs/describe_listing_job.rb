# frozen_string_literal: true

class DescribeListingJob < ApplicationJob
  queue_as :llm

  def perform(listing, user)
    listing.update!(description: ListingWriter.new(listing, user: user).call, llm_source: "helicone")
  end
end
