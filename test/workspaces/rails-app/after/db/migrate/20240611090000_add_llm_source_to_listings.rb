# frozen_string_literal: true

class AddLlmSourceToListings < ActiveRecord::Migration[7.1]
  def change
    create_enum :llm_source, %w[none openai helicone]
    add_column :listings, :llm_source, :enum, enum_type: :llm_source, default: "none", null: false
  end
end
